package org.tamga.devices.scanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.scanner.SfmPackets.Packet;

/**
 * Suprema SFM 3500, 4000, 5500 and 6000 modules: "scan image" with the extended data transfer
 * (SIX), or without it (SI) where a module does not know it. Sources: Suprema, UF Protocol Manual
 * (commands, parameters) and SFM SDK sources (error codes, image header of 28 bytes).
 */
final class SfmProtocol implements SensorProtocol {
    private static final int GRAY_IMAGE = 0x30;
    private static final int ONE_SECOND = 0x31;
    private static final int DATA_PACKET = 4_096;
    private static final int HEADER = 28;
    private static final int FORMAT_GRAY = 0;
    private static final int FORMAT_GRAY_4_BIT = 2;

    /** How long the module itself looks for a finger, and a little. */
    private static final Duration ONE_LOOK = Duration.ofMillis(1_500);

    private static final List<Integer> RATES = List.of(115_200, 57_600, 9_600, 19_200, 38_400);

    private final FingerSpec spec;

    SfmProtocol(FingerSpec spec) {
        this.spec = spec;
    }

    @Override
    public List<Integer> rates() {
        return RATES;
    }

    @Override
    public Duration longestTransfer(int baud) {
        // Each data packet waits for its acknowledgement, which takes its time over USB adapters.
        int packets = largest() / DATA_PACKET + 1;
        long bytes = largest() + 1_024L;
        return Duration.ofMillis(1_000 + 100L * packets + bytes * 10_000 / baud);
    }

    private int largest() {
        return HEADER + spec.width() * spec.height();
    }

    /**
     * Modules come with binary images: grey levels are asked for. Nothing is saved in the module.
     */
    @Override
    public void greet(Wire wire, Duration answerLimit) throws LinkException {
        SfmPackets packets = new SfmPackets(wire);
        set(packets, SfmPackets.PARAMETER_IMAGE_FORMAT, GRAY_IMAGE, answerLimit);
        set(packets, SfmPackets.PARAMETER_TIMEOUT, ONE_SECOND, answerLimit);
    }

    private static void set(SfmPackets packets, int parameter, int value, Duration answerLimit)
            throws LinkException {
        packets.send(new Packet(SfmPackets.SET_PARAMETER, 0, value, parameter));
        int answer = packets.receive(SfmPackets.SET_PARAMETER, answerLimit).flag();
        if (answer != SfmPackets.SUCCESS) {
            throw refused(answer);
        }
    }

    @Override
    public FingerCapture capture(Wire wire, Limits limits, Duration timeout, CancelSignal cancel)
            throws LinkException {
        // Said again each time: a module that was without power in between has forgotten it.
        greet(wire, limits.answer());
        SfmPackets packets = new SfmPackets(wire);
        long deadline = System.nanoTime() + timeout.toNanos();
        int command = SfmPackets.SCAN_IMAGE_EXTENDED;
        while (!cancel.isCancelled()) {
            Packet answer = scan(packets, command, limits.answer());
            switch (answer.flag()) {
                case SfmPackets.SUCCESS -> {
                    return image(packets, answer, limits);
                }
                case SfmPackets.TIME_OUT -> {
                    if (System.nanoTime() >= deadline) {
                        return failed(
                                DeviceFault.TIMEOUT,
                                "no finger within " + timeout.toSeconds() + " s");
                    }
                }
                case SfmPackets.UNSUPPORTED -> {
                    if (command == SfmPackets.SCAN_IMAGE) {
                        throw refused(answer.flag());
                    }
                    command = SfmPackets.SCAN_IMAGE;
                }
                case SfmPackets.SCAN_FAIL -> {
                    return failed(DeviceFault.PLACE_AGAIN, "the scan failed: dry, or lifted");
                }
                case SfmPackets.TRY_AGAIN -> {
                    return failed(DeviceFault.PLACE_AGAIN, "the module wants the finger again");
                }
                default -> throw refused(answer.flag());
            }
        }
        return failed(DeviceFault.CANCELLED, "cancelled while waiting for a finger");
    }

    private static Packet scan(SfmPackets packets, int command, Duration answerLimit)
            throws LinkException {
        int size = command == SfmPackets.SCAN_IMAGE_EXTENDED ? DATA_PACKET : 0;
        packets.send(new Packet(command, 0, size, 0));
        try {
            Packet answer = packets.receive(command, ONE_LOOK.plus(answerLimit));
            // Some modules say first that the scan is done, then what came of it.
            return answer.flag() == SfmPackets.SCAN_SUCCESS
                    ? packets.receive(command, answerLimit)
                    : answer;
        } catch (LinkException e) {
            if (e.fault() == DeviceFault.CANCELLED) {
                packets.send(new Packet(SfmPackets.CANCEL, 0, 0, 0));
            }
            throw e;
        }
    }

    private FingerCapture image(SfmPackets packets, Packet answer, Limits limits)
            throws LinkException {
        if (answer.size() < HEADER || answer.size() > largest()) {
            throw protocol(
                    "an image of %d bytes, %d fit the profile".formatted(answer.size(), largest()));
        }
        byte[] data = new byte[answer.size()];
        try {
            if (answer.command() == SfmPackets.SCAN_IMAGE_EXTENDED) {
                receivePackets(packets, data, limits);
            } else {
                receiveRaw(packets, data, limits);
            }
            return SensorImages.captured(pixels(data), spec);
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    private static void receivePackets(SfmPackets packets, byte[] data, Limits limits)
            throws LinkException {
        long deadline = limits.imageDeadline();
        byte[] told = new byte[4];
        int number = (data.length + DATA_PACKET - 1) / DATA_PACKET;
        int first = 0;
        int packet = 0;
        for (int filled = 0; filled < data.length; packet++) {
            Packet header =
                    packets.receive(SfmPackets.SCAN_IMAGE_EXTENDED, limits.pieceDeadline(deadline));
            first = packet == 0 ? header.param() : first;
            if ((header.param() & 0xFFFF) != number) {
                throw protocol("%d data packets".formatted(header.param() & 0xFFFF));
            }
            requireInOrder(header.param(), first, packet);
            int size = header.size();
            if (size != Math.min(DATA_PACKET, data.length - filled)) {
                throw protocol("a data packet of %d bytes".formatted(size));
            }
            packets.fill(data, filled, size, limits, deadline);
            packets.fill(told, 0, told.length, limits, deadline);
            boolean right =
                    ByteBuffer.wrap(told).order(ByteOrder.LITTLE_ENDIAN).getInt()
                            == SfmPackets.sum(data, filled, filled + size);
            packets.send(
                    new Packet(
                            SfmPackets.SCAN_IMAGE_EXTENDED,
                            0,
                            0,
                            right ? SfmPackets.DATA_OK : SfmPackets.DATA_ERROR));
            if (!right) {
                throw protocol("wrong checksum within an image");
            }
            filled += size;
        }
    }

    /**
     * A packet that is sent again, or before another one, would make a torn finger. Whether modules
     * count from 0 or from 1 is not published.
     *
     * @param param index and number of packets
     * @param first that of the first packet
     * @param packet how many were before
     */
    private static void requireInOrder(int param, int first, int packet) throws LinkException {
        boolean fromZeroOrOne = first >>> 16 <= 1;
        if (!fromZeroOrOne || param != first + (packet << 16)) {
            throw protocol(
                    "data packet %d came as %d of %d"
                            .formatted(packet, param >>> 16, param & 0xFFFF));
        }
    }

    private static void receiveRaw(SfmPackets packets, byte[] data, Limits limits)
            throws LinkException {
        long deadline = limits.imageDeadline();
        packets.fill(data, 0, data.length, limits, deadline);
        byte[] end = new byte[1];
        packets.fill(end, 0, 1, limits, deadline);
        if (end[0] != 0x0A) {
            throw protocol("the image does not end where it should");
        }
    }

    private byte[] pixels(byte[] data) throws LinkException {
        ByteBuffer header = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int width = header.getInt();
        int height = header.getInt();
        int compressed = header.getInt();
        int encrypted = header.getInt();
        int format = header.getInt();
        if (encrypted != 0) {
            throw new LinkException(DeviceFault.NO_PERMISSION, "the module encrypts its images");
        }
        if (width != spec.width() || height != spec.height()) {
            // Another sensor has another resolution, which no module tells.
            throw protocol(
                    "the image is %d × %d, the profile's sensor %d × %d"
                            .formatted(width, height, spec.width(), spec.height()));
        }
        int pixels = width * height;
        boolean gray = format == FORMAT_GRAY && data.length == HEADER + pixels;
        boolean packed = format == FORMAT_GRAY_4_BIT && data.length == HEADER + pixels / 2;
        if (compressed != 0 || !(gray || packed)) {
            throw protocol("an image of format %d in %d bytes".formatted(format, data.length));
        }
        return gray
                ? Arrays.copyOfRange(data, HEADER, data.length)
                : SensorImages.unpacked(data, HEADER, pixels, false);
    }

    private static LinkException refused(int code) {
        return switch (code) {
            case SfmPackets.LOCKED, SfmPackets.ACCESS_NOT_GRANTED ->
                    new LinkException(DeviceFault.NO_PERMISSION, "the module is locked");
            case SfmPackets.BUSY -> new LinkException(DeviceFault.BUSY, "the module is busy");
            case SfmPackets.CANCELED ->
                    new LinkException(DeviceFault.CANCELLED, "the module was told to stop");
            default -> protocol("the module answered %02x".formatted(code));
        };
    }

    private static LinkException protocol(String detail) {
        return new LinkException(DeviceFault.PROTOCOL_ERROR, detail);
    }

    private static FingerCapture failed(DeviceFault fault, String detail) {
        return new FingerCapture.Failed(fault, detail);
    }
}
