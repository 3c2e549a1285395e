package org.tamga.devices.simulator;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.scanner.ZfmPackets;

/** A ZFM-20 sensor at the byte level: 256 × 288 pixels, 4 bits, 128-byte data packets. */
public final class ZfmEmulator implements WireDevice {
    public static final int WIDTH = 256;
    public static final int HEIGHT = 288;

    private static final int DATA_BYTES = 128;
    private static final int LONGEST_COMMAND = 64;

    private final FingerSource source;
    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.NOBODY,
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.BLACK_IMAGE,
                            SimulatedFault.LIFTED_EARLY,
                            SimulatedFault.WRONG_CHECKSUM));
    private byte[] pending = {};
    private byte @Nullable [] packed;
    private boolean corrupt;

    public ZfmEmulator(FingerSource source) {
        this.source = source;
    }

    /** The faults to come, one per look for a finger. */
    public FaultScript script() {
        return script;
    }

    @Override
    public synchronized byte[] receive(byte[] bytes) throws LinkException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(pending);
        all.writeBytes(bytes);
        pending = all.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (completeCommand()) {
            int length = 9 + (pending[7] << 8 | pending[8] & 0xFF);
            int command = pending[9];
            pending = Arrays.copyOfRange(pending, length, pending.length);
            answer(command, out);
        }
        return out.toByteArray();
    }

    /** Drops noise until a command packet stands at the front; false while it is not whole. */
    private boolean completeCommand() {
        while (pending.length >= 9) {
            int length = (pending[7] & 0xFF) << 8 | pending[8] & 0xFF;
            boolean header = (pending[0] & 0xFF) == 0xEF && pending[1] == 0x01;
            if (header && length >= 3 && length <= LONGEST_COMMAND) {
                return pending.length >= 9 + length;
            }
            pending = Arrays.copyOfRange(pending, 1, pending.length);
        }
        return false;
    }

    private void answer(int command, ByteArrayOutputStream out) throws LinkException {
        switch (command) {
            case 0x13 -> acknowledge(0, out);
            case 0x01 -> acknowledge(look(), out);
            case 0x0A -> upload(out);
            default -> acknowledge(1, out);
        }
    }

    private int look() throws LinkException {
        Optional<SimulatedFault> trouble = script.take();
        if (trouble.isPresent()) {
            switch (trouble.get()) {
                case NOBODY -> {
                    return 2;
                }
                case LIFTED_EARLY -> {
                    return 3;
                }
                case UNPLUGGED ->
                        throw new LinkException(
                                DeviceFault.UNPLUGGED, "the simulated cable was pulled");
                case BLACK_IMAGE -> {
                    packed = new byte[WIDTH * HEIGHT / 2];
                    return 0;
                }
                case WRONG_CHECKSUM -> corrupt = true;
                default -> throw new IllegalStateException(trouble.get().name());
            }
        }
        Optional<FingerImage> finger = source.next();
        if (finger.isEmpty()) {
            return 2;
        }
        try (FingerImage image = finger.get()) {
            packed = pack(image);
        }
        return 0;
    }

    /** The finger centred on the sensor's window. */
    private static byte[] pack(FingerImage image) {
        byte[] packed = new byte[WIDTH * HEIGHT / 2];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH + (image.width() - WIDTH) / 2;
            int y = i / WIDTH + (image.height() - HEIGHT) / 2;
            boolean inside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
            int level = inside ? image.at(x, y) >> 4 : 15;
            packed[i / 2] |= (byte) (i % 2 == 0 ? level << 4 : level);
        }
        return packed;
    }

    private void upload(ByteArrayOutputStream out) {
        byte[] image = packed;
        if (image == null) {
            acknowledge(0x0F, out);
            return;
        }
        acknowledge(0, out);
        for (int from = 0; from < image.length; from += DATA_BYTES) {
            boolean last = from + DATA_BYTES >= image.length;
            byte[] packet =
                    ZfmPackets.encode(
                            last ? ZfmPackets.END_OF_DATA : ZfmPackets.DATA,
                            Arrays.copyOfRange(image, from, from + DATA_BYTES));
            if (corrupt && last) {
                packet[packet.length - 1] ^= 1;
            }
            out.writeBytes(packet);
        }
        Arrays.fill(image, (byte) 0);
        packed = null;
        corrupt = false;
    }

    private static void acknowledge(int code, ByteArrayOutputStream out) {
        out.writeBytes(ZfmPackets.encode(ZfmPackets.ACKNOWLEDGE, new byte[] {(byte) code}));
    }
}
