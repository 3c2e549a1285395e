package org.tamga.election.ballot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * A public integer modulo q of the standard group; in JSON 64 upper-case hex characters (EG 3.1.1,
 * 5.1). Secret exponents never take this form.
 *
 * @param value 0 ≤ value &lt; q
 */
public record ElementModQ(BigInteger value) {
    public ElementModQ {
        if (value.signum() < 0 || value.compareTo(GroupParameters.STANDARD.q()) >= 0) {
            throw new IllegalArgumentException("not an integer modulo q");
        }
    }

    /**
     * Reads the JSON form.
     *
     * @throws IllegalArgumentException unless exactly 64 upper-case hex characters below q
     */
    @JsonCreator
    public static ElementModQ parse(String hex) {
        return new ElementModQ(FixedHex.parse(hex, 64));
    }

    @JsonValue
    @Override
    public String toString() {
        return FixedHex.format(value, 64);
    }
}
