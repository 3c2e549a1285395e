package org.tamga.devices.scanner;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;

/**
 * ZFM-20, R30x, AS608, R503 and compatible sensors: GenImg until a finger lies, UpImage for its
 * picture. Source: ZhianTec, ZFM-20 series fingerprint identification module user manual, chapter
 * 5; the later makes use the same commands and codes.
 */
final class ZfmProtocol implements SensorProtocol {
    private static final byte GEN_IMG = 0x01;
    private static final byte UP_IMAGE = 0x0A;
    private static final byte VERIFY_PASSWORD = 0x13;
    private static final int OK = 0x00;
    private static final int RECEIVED_BADLY = 0x01;
    private static final int NO_FINGER = 0x02;
    private static final int NOT_COLLECTED = 0x03;
    private static final int WRONG_PASSWORD = 0x13;
    private static final int PASSWORD_FIRST = 0x21;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(30);

    /** Of the multiples of 9,600 that can be set, those that sensors are found at. */
    private static final List<Integer> RATES = List.of(57_600, 115_200, 9_600, 19_200, 38_400);

    private final FingerSpec spec;

    ZfmProtocol(FingerSpec spec) {
        this.spec = spec;
    }

    @Override
    public List<Integer> rates() {
        return RATES;
    }

    @Override
    public Duration longestTransfer(int baud) {
        // Packets of 32 bytes, the smallest setting, add 11 bytes each.
        long bytes = (long) packedBytes() * 43 / 32;
        return Duration.ofMillis(1_000 + bytes * 10_000 / baud);
    }

    private int packedBytes() {
        return spec.width() * spec.height() * spec.bitsPerPixel() / 8;
    }

    @Override
    public void greet(Wire wire, Duration answerLimit) throws LinkException {
        ZfmPackets packets = new ZfmPackets(wire);
        int answer =
                command(
                        packets,
                        answerLimit,
                        VERIFY_PASSWORD,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0);
        if (answer != OK) {
            throw refused("VfyPwd", answer);
        }
    }

    @Override
    public FingerCapture capture(Wire wire, Limits limits, Duration timeout, CancelSignal cancel)
            throws LinkException {
        ZfmPackets packets = new ZfmPackets(wire);
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!cancel.isCancelled()) {
            int answer = command(packets, limits.answer(), GEN_IMG);
            switch (answer) {
                case OK -> {
                    return image(packets, limits);
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
                    return failed(
                            DeviceFault.PLACE_AGAIN,
                            "a finger lies there, no image came of it: dry, or lifted");
                }
                default -> throw refused("GenImg", answer);
            }
        }
        return failed(DeviceFault.CANCELLED, "cancelled while waiting for a finger");
    }

    private FingerCapture image(ZfmPackets packets, Limits limits) throws LinkException {
        int answer = command(packets, limits.answer(), UP_IMAGE);
        if (answer != OK) {
            throw refused("UpImage", answer);
        }
        byte[] packed = new byte[packedBytes()];
        try {
            receive(packets, limits, packed);
            int pixels = spec.width() * spec.height();
            return SensorImages.captured(
                    spec.bitsPerPixel() == 8
                            ? packed.clone()
                            : SensorImages.unpacked(packed, 0, pixels, true),
                    spec);
        } finally {
            Arrays.fill(packed, (byte) 0);
        }
    }

    private static void receive(ZfmPackets packets, Limits limits, byte[] packed)
            throws LinkException {
        long deadline = limits.imageDeadline();
        int filled = 0;
        boolean last = false;
        while (!last) {
            ZfmPackets.Packet packet = packets.receive(limits.pieceDeadline(deadline));
            byte[] part = packet.payload();
            try {
                last = packet.identifier() == ZfmPackets.END_OF_DATA;
                requireUsual(packet, packed.length - filled);
                System.arraycopy(part, 0, packed, filled, part.length);
                filled += part.length;
            } finally {
                Arrays.fill(part, (byte) 0);
            }
        }
        if (filled != packed.length) {
            throw protocol("the image ended after %d of %d bytes".formatted(filled, packed.length));
        }
    }

    private static void requireUsual(ZfmPackets.Packet packet, int left) throws LinkException {
        int length = packet.payload().length;
        boolean last = packet.identifier() == ZfmPackets.END_OF_DATA;
        if (!last && packet.identifier() != ZfmPackets.DATA) {
            throw protocol("packet %d within an image".formatted(packet.identifier()));
        }
        if (length < (last ? 1 : ZfmPackets.SHORTEST_PAYLOAD)) {
            throw protocol("a packet of %d bytes within an image".formatted(length));
        }
        if (length > left) {
            throw protocol("the image is larger than the profile's");
        }
    }

    /** The confirmation code. A command that noise spoilt on its way is sent a second time. */
    private static int command(ZfmPackets packets, Duration answerLimit, byte... command)
            throws LinkException {
        int answer = commandOnce(packets, answerLimit, command);
        return answer == RECEIVED_BADLY ? commandOnce(packets, answerLimit, command) : answer;
    }

    private static int commandOnce(ZfmPackets packets, Duration answerLimit, byte... command)
            throws LinkException {
        packets.send(ZfmPackets.COMMAND, command);
        ZfmPackets.Packet answer = packets.receive(System.nanoTime() + answerLimit.toNanos());
        if (answer.identifier() != ZfmPackets.ACKNOWLEDGE || answer.payload().length == 0) {
            throw protocol("no acknowledgement");
        }
        return answer.payload()[0] & 0xFF;
    }

    private static LinkException refused(String command, int code) {
        return code == WRONG_PASSWORD || code == PASSWORD_FIRST
                ? new LinkException(DeviceFault.NO_PERMISSION, "the sensor wants a password")
                : protocol("%s answered %d".formatted(command, code));
    }

    private static LinkException protocol(String detail) {
        return new LinkException(DeviceFault.PROTOCOL_ERROR, detail);
    }

    private static FingerCapture failed(DeviceFault fault, String detail) {
        return new FingerCapture.Failed(fault, detail);
    }
}
