package org.tamga.devices.simulator.chip;

import java.util.Arrays;
import java.util.Optional;

/**
 * A command to a card (ISO 7816-4, clause 5.1), short or extended length.
 *
 * @param expected number of bytes wanted, 0 when none
 */
record Command(int cla, int ins, int p1, int p2, byte[] data, int expected) {
    private static final int SECURE = 0x0C;

    /** Empty when the bytes are no command. */
    static Optional<Command> of(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        boolean extended = bytes.length > 6 && bytes[4] == 0;
        int width = extended ? 2 : 1;
        int at = extended ? 5 : 4;
        int left = bytes.length - at;
        if (left <= 0) {
            return Optional.of(of(bytes, new byte[0], 0));
        }
        if (left == width) {
            return Optional.of(of(bytes, new byte[0], most(number(bytes, at, width), width)));
        }
        int length = number(bytes, at, width);
        int end = at + width + length;
        if (end > bytes.length) {
            return Optional.empty();
        }
        int rest = bytes.length - end;
        int expected = rest == 0 ? 0 : most(number(bytes, end, rest), rest);
        return Optional.of(of(bytes, Arrays.copyOfRange(bytes, at + width, end), expected));
    }

    private static Command of(byte[] head, byte[] data, int expected) {
        return new Command(
                head[0] & 0xFF, head[1] & 0xFF, head[2] & 0xFF, head[3] & 0xFF, data, expected);
    }

    private static int number(byte[] bytes, int at, int width) {
        int number = 0;
        for (int i = 0; i < Math.min(width, 2); i++) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        return number;
    }

    private static int most(int number, int width) {
        return number == 0 ? width == 1 ? 256 : 65_536 : number;
    }

    boolean secure() {
        return (cla & SECURE) == SECURE;
    }

    /** Personal data may be inside. */
    @Override
    public String toString() {
        return "Command[%02X]".formatted(ins);
    }
}
