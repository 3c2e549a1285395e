package org.tamga.devices.simulator;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.scanner.ZfmPackets;

/** A sensor of the ZFM family at the byte level, with 128-byte data packets. */
public final class ZfmEmulator implements SerialEmulator {
    private static final int DATA_BYTES = 128;
    private static final int LONGEST_COMMAND = 64;
    private static final int OK = 0x00;
    private static final int NO_FINGER = 0x02;
    private static final int NOT_COLLECTED = 0x03;
    private static final int UPLOAD_FAILED = 0x0F;
    private static final int WRONG_PASSWORD = 0x13;
    private static final int PASSWORD_FIRST = 0x21;
    private static final int PACKETS_A_TURN = 16;

    private final FingerSpec spec;
    private final SimulatedGlass glass;
    private final int password;
    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.NOBODY,
                            SimulatedFault.LIFTED_EARLY,
                            SimulatedFault.BLACK_IMAGE,
                            SimulatedFault.WET_FINGER,
                            SimulatedFault.DRY_FINGER,
                            SimulatedFault.PARTIAL_FINGER,
                            SimulatedFault.WRONG_CHECKSUM,
                            SimulatedFault.WRONG_LENGTH,
                            SimulatedFault.HUGE_IMAGE,
                            SimulatedFault.ENDLESS_REPLY));
    private byte[] pending = {};
    private byte @Nullable [] packed;
    private boolean verified;
    private boolean endless;

    public ZfmEmulator(FingerSpec spec, FingerSource source) {
        this(spec, source, 0);
    }

    /**
     * @param password 0 for none, which is what sensors come with
     */
    public ZfmEmulator(FingerSpec spec, FingerSource source, int password) {
        this.spec = spec;
        this.glass = new SimulatedGlass(spec, source);
        this.password = password;
        this.verified = password == 0;
    }

    @Override
    public FaultScript script() {
        return script;
    }

    @Override
    public void present() {
        glass.present();
    }

    @Override
    public synchronized void reset() {
        glass.clear();
        pending = new byte[0];
        packed = null;
        endless = false;
        verified = password == 0;
    }

    @Override
    public synchronized byte[] receive(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(pending);
        all.writeBytes(bytes);
        pending = all.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (completeCommand()) {
            int length = 9 + ((pending[7] & 0xFF) << 8 | (pending[8] & 0xFF));
            byte[] command = Arrays.copyOfRange(pending, 9, length - 2);
            pending = Arrays.copyOfRange(pending, length, pending.length);
            answer(command, out);
        }
        if (endless) {
            for (int i = 0; i < PACKETS_A_TURN; i++) {
                out.writeBytes(ZfmPackets.encode(ZfmPackets.DATA, new byte[DATA_BYTES]));
            }
        }
        return out.toByteArray();
    }

    /** Drops noise until a command packet stands at the front; false while it is not whole. */
    private boolean completeCommand() {
        while (pending.length >= 9) {
            int length = (pending[7] & 0xFF) << 8 | (pending[8] & 0xFF);
            boolean header = (pending[0] & 0xFF) == 0xEF && pending[1] == 0x01;
            if (header && length >= 3 && length <= LONGEST_COMMAND) {
                return pending.length >= 9 + length;
            }
            pending = Arrays.copyOfRange(pending, 1, pending.length);
        }
        return false;
    }

    private void answer(byte[] command, ByteArrayOutputStream out) {
        int code = command[0];
        if (code == 0x13) {
            verified = told(command) == password;
            acknowledge(verified ? OK : WRONG_PASSWORD, out);
        } else if (!verified) {
            acknowledge(PASSWORD_FIRST, out);
        } else {
            switch (code) {
                case 0x01 -> acknowledge(look(), out);
                case 0x0A -> upload(out);
                default -> acknowledge(1, out);
            }
        }
    }

    private static int told(byte[] command) {
        int password = 0;
        for (int i = 1; i < command.length; i++) {
            password = password << 8 | (command[i] & 0xFF);
        }
        return password;
    }

    private int look() {
        Optional<SimulatedFault> fault = script.standing();
        if (fault.filter(f -> f == SimulatedFault.NOBODY).isPresent()) {
            return NO_FINGER;
        }
        Optional<byte[]> finger = glass.look(fault);
        if (fault.filter(f -> f == SimulatedFault.LIFTED_EARLY).isPresent()) {
            return NOT_COLLECTED;
        }
        if (fault.filter(f -> f == SimulatedFault.BLACK_IMAGE).isPresent()) {
            finger = Optional.of(glass.black());
        }
        finger.ifPresent(gray -> packed = pack(gray));
        return finger.isPresent() ? OK : NO_FINGER;
    }

    private byte[] pack(byte[] gray) {
        if (spec.bitsPerPixel() == 8) {
            return gray;
        }
        byte[] nibbles = new byte[gray.length / 2];
        for (int i = 0; i < gray.length; i++) {
            int level = (gray[i] & 0xFF) >> 4;
            nibbles[i / 2] |= (byte) (i % 2 == 0 ? level << 4 : level);
        }
        return nibbles;
    }

    private void upload(ByteArrayOutputStream out) {
        byte[] image = packed;
        if (image == null) {
            acknowledge(UPLOAD_FAILED, out);
            return;
        }
        acknowledge(OK, out);
        SimulatedFault fault = script.standing().orElse(null);
        endless = fault == SimulatedFault.ENDLESS_REPLY;
        byte[] sent =
                switch (fault) {
                    case WRONG_LENGTH -> Arrays.copyOf(image, DATA_BYTES * 8);
                    case HUGE_IMAGE -> Arrays.copyOf(image, 2 * image.length);
                    case null, default -> image;
                };
        for (int from = 0; from < sent.length && !endless; from += DATA_BYTES) {
            boolean last = from + DATA_BYTES >= sent.length;
            byte[] packet =
                    ZfmPackets.encode(
                            last ? ZfmPackets.END_OF_DATA : ZfmPackets.DATA,
                            Arrays.copyOfRange(
                                    sent, from, Math.min(sent.length, from + DATA_BYTES)));
            if (fault == SimulatedFault.WRONG_CHECKSUM && from == 8 * DATA_BYTES) {
                packet[packet.length - 1] ^= 1;
            }
            out.writeBytes(packet);
        }
        Arrays.fill(image, (byte) 0);
        packed = null;
    }

    private static void acknowledge(int code, ByteArrayOutputStream out) {
        out.writeBytes(ZfmPackets.encode(ZfmPackets.ACKNOWLEDGE, new byte[] {(byte) code}));
    }
}
