package org.tamga.election.ballot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/**
 * An integer modulo p of the standard group; in JSON 1024 upper-case hex characters (EG 3.1.1,
 * 5.1). Membership of the subgroup of order q is not implied: verifiers test it.
 *
 * @param value 0 ≤ value &lt; p
 */
public record ElementModP(BigInteger value) {
    public ElementModP {
        if (value.signum() < 0 || value.compareTo(GroupParameters.STANDARD.p()) >= 0) {
            throw new IllegalArgumentException("not an integer modulo p");
        }
    }

    /**
     * Reads the JSON form.
     *
     * @throws IllegalArgumentException unless exactly 1024 upper-case hex characters below p
     */
    @JsonCreator
    public static ElementModP parse(String hex) {
        return new ElementModP(FixedHex.parse(hex, 1024));
    }

    @JsonValue
    @Override
    public String toString() {
        return FixedHex.format(value, 1024);
    }
}
