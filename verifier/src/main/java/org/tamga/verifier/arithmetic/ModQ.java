package org.tamga.verifier.arithmetic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Locale;

/**
 * An integer modulo q; in JSON exactly 64 upper-case hex characters.
 *
 * @param value 0…q−1
 */
public record ModQ(BigInteger value) {
    private static final int DIGITS = 64;

    /** Reads the JSON form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ModQ parse(String hex) {
        if (hex.length() != DIGITS || !hex.matches("[0-9A-F]*")) {
            throw new IllegalArgumentException("not " + DIGITS + " upper-case hex characters");
        }
        BigInteger value = new BigInteger(hex, 16);
        if (value.compareTo(Group.STANDARD.q()) >= 0) {
            throw new IllegalArgumentException("not below q");
        }
        return new ModQ(value);
    }

    /** The JSON form. */
    @JsonValue
    public String hex() {
        String digits = value.toString(16).toUpperCase(Locale.ROOT);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
