package org.tamga.verifier.arithmetic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Locale;

/**
 * An integer modulo p; in JSON exactly 1024 upper-case hex characters.
 *
 * @param value 0…p−1
 */
public record ModP(BigInteger value) {
    private static final int DIGITS = 1024;

    /** Reads the JSON form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ModP parse(String hex) {
        if (hex.length() != DIGITS || !hex.matches("[0-9A-F]*")) {
            throw new IllegalArgumentException("not " + DIGITS + " upper-case hex characters");
        }
        BigInteger value = new BigInteger(hex, 16);
        if (value.compareTo(Group.STANDARD.p()) >= 0) {
            throw new IllegalArgumentException("not below p");
        }
        return new ModP(value);
    }

    /** The JSON form. */
    @JsonValue
    public String hex() {
        String digits = value.toString(16).toUpperCase(Locale.ROOT);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
