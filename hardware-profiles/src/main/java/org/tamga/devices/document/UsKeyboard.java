package org.tamga.devices.document;

import java.util.Optional;

/**
 * Key codes of linux/input-event-codes.h and what they type on a keyboard of the United States,
 * which is what readers that pose as keyboards are set to.
 */
public final class UsKeyboard {
    public static final int ENTER = 28;
    public static final int LEFT_SHIFT = 42;

    static final int KEYPAD_ENTER = 96;
    static final int RIGHT_SHIFT = 54;
    static final int LEFT_CONTROL = 29;
    static final int RIGHT_CONTROL = 97;
    static final int CAPS_LOCK = 58;

    private static final char NOTHING = 0;

    /** By key code, from 0; a blank where a key types nothing. The space bar is 57. */
    private static final String PLAIN =
            "  1234567890-=  qwertyuiop[]  asdfghjkl;'` \\zxcvbnm,./ *  "
                    + "             789-456+1230.";

    private static final String SHIFTED =
            "  !@#$%^&*()_+  QWERTYUIOP{}  ASDFGHJKL:\"~ |ZXCVBNM<>? *  "
                    + "             789-456+1230.";

    private static final int SPACE_BAR = 57;

    private UsKeyboard() {}

    /** A key and whether shift is held with it. */
    public record Stroke(int code, boolean shift) {}

    /** What the key types; empty for keys that type nothing. */
    static Optional<Character> typed(int code, boolean shift, boolean capitals) {
        char plain = at(PLAIN, code);
        boolean upper = shift != (capitals && plain >= 'a' && plain <= 'z');
        char typed = upper ? at(SHIFTED, code) : plain;
        return typed == NOTHING ? Optional.empty() : Optional.of(typed);
    }

    /** Which key types this character. */
    public static Optional<Stroke> strokeFor(char c) {
        for (int code = 0; code < PLAIN.length(); code++) {
            if (at(PLAIN, code) == c) {
                return Optional.of(new Stroke(code, false));
            }
            if (at(SHIFTED, code) == c) {
                return Optional.of(new Stroke(code, true));
            }
        }
        return Optional.empty();
    }

    private static char at(String layout, int code) {
        char c = code < layout.length() ? layout.charAt(code) : ' ';
        return c == ' ' && code != SPACE_BAR ? NOTHING : c;
    }
}
