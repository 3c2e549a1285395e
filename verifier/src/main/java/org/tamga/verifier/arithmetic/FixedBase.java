package org.tamga.verifier.arithmetic;

import java.math.BigInteger;

/**
 * Powers of one base from a table: row i holds base^(d·2^(8i)) for every byte d, so that a power
 * takes at most 31 products and no squaring.
 */
public final class FixedBase {
    private static final int ROWS = 32;
    private static final int ENTRIES = 256;

    private final Group group;
    private final BigInteger[][] rows = new BigInteger[ROWS][ENTRIES];

    /**
     * @param base 0 &lt; base &lt; p
     */
    public FixedBase(Group group, BigInteger base) {
        this.group = group;
        BigInteger step = base;
        for (BigInteger[] row : rows) {
            row[0] = BigInteger.ONE;
            for (int digit = 1; digit < ENTRIES; digit++) {
                row[digit] = group.multiply(row[digit - 1], step);
            }
            step = group.multiply(row[ENTRIES - 1], step);
        }
    }

    /** base^exponent, the exponent taken mod q. */
    public BigInteger power(BigInteger exponent) {
        byte[] digits = HashInput.fixed(exponent.mod(group.q()), ROWS);
        BigInteger result = BigInteger.ONE;
        for (int i = 0; i < ROWS; i++) {
            int digit = digits[ROWS - 1 - i] & 0xff;
            if (digit != 0) {
                result =
                        result.equals(BigInteger.ONE)
                                ? rows[i][digit]
                                : group.multiply(result, rows[i][digit]);
            }
        }
        return result;
    }
}
