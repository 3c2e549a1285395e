package org.tamga.election.ballot;

import java.math.BigInteger;

/**
 * Powers of one base from a table: row i holds base^(d·2^(8i)) for every byte d, so a power is a
 * product of 32 entries. A table takes about 5 MB and 8,160 multiplications.
 */
final class FixedBase {
    private static final int WINDOW_BITS = 8;
    private static final int ENTRIES = 1 << WINDOW_BITS;
    private static final int ROWS = 256 / WINDOW_BITS;

    private final Group group;
    private final BigInteger[][] rows = new BigInteger[ROWS][ENTRIES];

    FixedBase(Group group, BigInteger base) {
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

    BigInteger power(BigInteger exponent) {
        byte[] digits = Encoding.fixed(group.modQ(exponent), ROWS);
        BigInteger result = BigInteger.ONE;
        for (int i = 0; i < ROWS; i++) {
            int digit = digits[ROWS - 1 - i] & (ENTRIES - 1);
            if (digit != 0) {
                result = group.multiply(result, rows[i][digit]);
            }
        }
        return result;
    }
}
