package org.tamga.matcher;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which finger: position codes 0–10 of ISO/IEC 19794-2, table 4. */
public enum FingerPosition {
    UNKNOWN(0),
    RIGHT_THUMB(1),
    RIGHT_INDEX(2),
    RIGHT_MIDDLE(3),
    RIGHT_RING(4),
    RIGHT_LITTLE(5),
    LEFT_THUMB(6),
    LEFT_INDEX(7),
    LEFT_MIDDLE(8),
    LEFT_RING(9),
    LEFT_LITTLE(10);

    private final int code;

    FingerPosition(int code) {
        this.code = code;
    }

    /** Code 0–10. */
    public int code() {
        return code;
    }

    /** The word of a command line, such as {@code right-index}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty when the code is not 0–10. */
    public static Optional<FingerPosition> of(int code) {
        return Stream.of(values()).filter(position -> position.code == code).findFirst();
    }

    /** Empty when there is no such {@link #word()}. */
    public static Optional<FingerPosition> named(String word) {
        return Stream.of(values()).filter(position -> position.word().equals(word)).findFirst();
    }
}
