package org.tamga.election.ballot;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The exponents 0…limit of one base, by table (EG 3.6.3). */
final class DiscreteLogs {
    private final Map<BigInteger, Integer> exponents = new HashMap<>();

    DiscreteLogs(BigInteger base, int limit) {
        BigInteger power = BigInteger.ONE;
        for (int exponent = 0; exponent <= limit; exponent++) {
            exponents.put(power, exponent);
            power = Group.STANDARD.multiply(power, base);
        }
    }

    /** t with base^t = power, if 0 ≤ t ≤ limit. */
    OptionalInt of(BigInteger power) {
        Integer exponent = exponents.get(power);
        return exponent == null ? OptionalInt.empty() : OptionalInt.of(exponent);
    }
}
