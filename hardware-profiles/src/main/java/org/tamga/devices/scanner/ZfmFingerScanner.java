package org.tamga.devices.scanner;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.Presence;

/**
 * ZFM-20, R30x, AS608 and compatible sensors: GenImg until a finger lies, UpImage for its picture.
 */
final class ZfmFingerScanner implements FingerScanner {
    private static final byte GEN_IMG = 0x01;
    private static final byte UP_IMAGE = 0x0A;
    private static final byte VERIFY_PASSWORD = 0x13;
    private static final int OK = 0x00;
    private static final int NO_FINGER = 0x02;
    private static final int NOT_COLLECTED = 0x03;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(30);

    private final DeviceInfo info;
    private final FingerSpec spec;
    private final LinkOpener opener;
    private final ReentrantLock glass = new ReentrantLock();
    private volatile @Nullable ByteLink link;

    ZfmFingerScanner(DeviceInfo info, FingerSpec spec, LinkOpener opener) {
        this.info = info;
        this.spec = spec;
        this.opener = opener;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        return opener.presence();
    }

    @Override
    public int qualityFloor() {
        return spec.qualityFloor();
    }

    @Override
    public FingerCapture capture(CaptureRequest request, CancelSignal cancel) {
        if (!glass.tryLock()) {
            return failed(DeviceFault.BUSY, "another capture is under way");
        }
        try {
            ZfmPackets packets = new ZfmPackets(connected());
            return await(packets, request.timeout(), cancel);
        } catch (LinkException e) {
            close();
            return failed(e.fault(), e.detail());
        } finally {
            glass.unlock();
        }
    }

    private FingerCapture await(ZfmPackets packets, Duration timeout, CancelSignal cancel)
            throws LinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!cancel.isCancelled()) {
            int answer = command(packets, GEN_IMG);
            switch (answer) {
                case OK -> {
                    return image(packets);
                }
                case NO_FINGER -> {
                    if (System.nanoTime() >= deadline) {
                        return failed(
                                DeviceFault.TIMEOUT,
                                "no finger within " + timeout.toSeconds() + " s");
                    }
                    cancel.await(BETWEEN_LOOKS);
                }
                case NOT_COLLECTED -> {
                    return failed(DeviceFault.LIFTED_EARLY, "the finger left during the scan");
                }
                default -> throw protocol("GenImg answered " + answer);
            }
        }
        return failed(DeviceFault.CANCELLED, "cancelled while waiting for a finger");
    }

    private FingerCapture image(ZfmPackets packets) throws LinkException {
        int answer = command(packets, UP_IMAGE);
        if (answer != OK) {
            throw protocol("UpImage answered " + answer);
        }
        byte[] packed = new byte[spec.width() * spec.height() * spec.bitsPerPixel() / 8];
        try {
            receive(packets, packed);
            FingerImage image =
                    new FingerImage(spec.width(), spec.height(), spec.dpi(), levels(packed));
            if (BlankImage.is(image)) {
                image.close();
                return failed(DeviceFault.BLANK_IMAGE, "the image is even");
            }
            return new FingerCapture.Captured(image);
        } finally {
            Arrays.fill(packed, (byte) 0);
        }
    }

    private static void receive(ZfmPackets packets, byte[] packed) throws LinkException {
        int filled = 0;
        while (true) {
            ZfmPackets.Packet packet = packets.receive(ANSWER_LIMIT);
            byte[] part = packet.payload();
            boolean last = packet.identifier() == ZfmPackets.END_OF_DATA;
            if (!last && packet.identifier() != ZfmPackets.DATA) {
                throw protocol("packet %d within an image".formatted(packet.identifier()));
            }
            if (filled + part.length > packed.length || part.length == 0) {
                throw protocol("the image is not of the profile's size");
            }
            System.arraycopy(part, 0, packed, filled, part.length);
            Arrays.fill(part, (byte) 0);
            filled += packet.payload().length;
            if (last) {
                break;
            }
        }
        if (filled != packed.length) {
            throw protocol("the image ended after %d of %d bytes".formatted(filled, packed.length));
        }
    }

    private byte[] levels(byte[] packed) {
        byte[] gray = new byte[spec.width() * spec.height()];
        for (int i = 0; i < gray.length; i++) {
            int level =
                    spec.bitsPerPixel() == 8
                            ? packed[i] & 0xFF
                            : 17 * (i % 2 == 0 ? packed[i / 2] >> 4 & 0xF : packed[i / 2] & 0xF);
            gray[i] = (byte) (spec.inverted() ? 255 - level : level);
        }
        return gray;
    }

    private static int command(ZfmPackets packets, byte... command) throws LinkException {
        packets.send(ZfmPackets.COMMAND, command);
        ZfmPackets.Packet answer = packets.receive(ANSWER_LIMIT);
        if (answer.identifier() != ZfmPackets.ACKNOWLEDGE || answer.payload().length == 0) {
            throw protocol("no acknowledgement");
        }
        return answer.payload()[0];
    }

    private ByteLink connected() throws LinkException {
        ByteLink open = link;
        if (open == null) {
            open = opener.open();
            link = open;
            ZfmPackets packets = new ZfmPackets(open);
            packets.forget();
            if (command(packets, VERIFY_PASSWORD, (byte) 0, (byte) 0, (byte) 0, (byte) 0) != OK) {
                throw new LinkException(DeviceFault.NO_PERMISSION, "the sensor wants a password");
            }
        }
        return open;
    }

    private static LinkException protocol(String detail) {
        return new LinkException(DeviceFault.PROTOCOL_ERROR, detail);
    }

    private static FingerCapture failed(DeviceFault fault, String detail) {
        return new FingerCapture.Failed(fault, detail);
    }

    /** May be called from another thread to break a stuck transfer off. */
    @Override
    public void close() {
        ByteLink open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }
}
