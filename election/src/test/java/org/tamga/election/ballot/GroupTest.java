package org.tamga.election.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static final GroupParameters STANDARD = GroupParameters.STANDARD;

    @Test
    @DisplayName("The standard parameters are a group of prime order q with generator g = 2^r")
    void standardParameters() {
        BigInteger p = STANDARD.p();
        BigInteger q = STANDARD.q();
        assertTrue(p.isProbablePrime(20) && q.isProbablePrime(40));
        assertEquals(4096, p.bitLength());
        assertEquals(p, q.multiply(STANDARD.r()).add(BigInteger.ONE));
        assertEquals(STANDARD.g(), BigInteger.TWO.modPow(STANDARD.r(), p));
        assertNotEquals(BigInteger.ONE, STANDARD.g());
        assertEquals(BigInteger.ONE, STANDARD.g().modPow(q, p));
    }

    @Test
    @DisplayName("Products and fixed-base powers equal those of plain modular arithmetic")
    void sameAsPlainArithmetic() {
        Random random = new Random(7);
        BigInteger p = STANDARD.p();
        for (int i = 0; i < 50; i++) {
            BigInteger a = new BigInteger(4096, random).mod(p);
            BigInteger b = new BigInteger(4096, random).mod(p);
            assertEquals(a.multiply(b).mod(p), Group.STANDARD.multiply(a, b));
        }
        BigInteger largest = p.subtract(BigInteger.ONE);
        assertEquals(BigInteger.ONE, Group.STANDARD.multiply(largest, largest));
        for (BigInteger exponent :
                new BigInteger[] {
                    BigInteger.ZERO,
                    BigInteger.ONE,
                    BigInteger.valueOf(-1),
                    BigInteger.valueOf(65_537),
                    STANDARD.q().subtract(BigInteger.ONE),
                    new BigInteger(256, random)
                }) {
            assertEquals(
                    STANDARD.g().modPow(exponent.mod(STANDARD.q()), p),
                    Group.STANDARD.powerOfG(exponent));
        }
    }

    @Test
    @DisplayName("Zero, p, −1 and elements of other subgroups are not in the group")
    void membership() {
        assertTrue(Group.STANDARD.contains(STANDARD.g()));
        assertTrue(Group.STANDARD.contains(BigInteger.ONE));
        assertFalse(Group.STANDARD.contains(BigInteger.ZERO));
        assertFalse(Group.STANDARD.contains(STANDARD.p()));
        assertFalse(Group.STANDARD.contains(STANDARD.p().subtract(BigInteger.ONE)));
        assertFalse(Group.STANDARD.contains(BigInteger.TWO));
    }

    @Test
    @DisplayName("Elements have exactly one text: full length, upper case, below the modulus")
    void oneTextForm() {
        ElementModQ small = new ElementModQ(BigInteger.valueOf(171));
        assertEquals("0".repeat(62) + "AB", small.toString());
        assertEquals(small, ElementModQ.parse(small.toString()));
        String q = FixedHex.format(STANDARD.q(), 64);
        for (String wrong : new String[] {"AB", "0".repeat(62) + "ab", q, "-" + "0".repeat(63)}) {
            assertThrows(IllegalArgumentException.class, () -> ElementModQ.parse(wrong));
        }
        String p = FixedHex.format(STANDARD.p(), 1024);
        assertThrows(IllegalArgumentException.class, () -> ElementModP.parse(p));
    }
}
