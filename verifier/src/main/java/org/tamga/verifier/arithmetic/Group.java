package org.tamga.verifier.arithmetic;

import java.math.BigInteger;

/**
 * The integers modulo p and the subgroup of order q (EG 3.1.1, standard parameters). Products are
 * reduced by Barrett's method, twice as fast here as division; powers are the JDK's Montgomery
 * ladder.
 */
public final class Group {
    /** The standard group. */
    public static final Group STANDARD = new Group();

    private static final int BITS = 4096;

    private final BigInteger p = new BigInteger(StandardParameters.P, 16);
    private final BigInteger q = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.valueOf(189));
    private final BigInteger g = new BigInteger(StandardParameters.G, 16);
    private final BigInteger reciprocal = BigInteger.ONE.shiftLeft(2 * BITS).divide(p);
    private final FixedBase powersOfG = new FixedBase(this, g);

    private Group() {}

    public BigInteger p() {
        return p;
    }

    public BigInteger q() {
        return q;
    }

    public BigInteger g() {
        return g;
    }

    /** a·b mod p for a, b in 0…p−1. */
    public BigInteger multiply(BigInteger a, BigInteger b) {
        BigInteger product = a.multiply(b);
        BigInteger quotient =
                product.shiftRight(BITS - 1).multiply(reciprocal).shiftRight(BITS + 1);
        BigInteger rest = product.subtract(quotient.multiply(p));
        while (rest.compareTo(p) >= 0) {
            rest = rest.subtract(p);
        }
        return rest;
    }

    /** base^exponent mod p, the exponent taken mod q. */
    public BigInteger power(BigInteger base, BigInteger exponent) {
        return base.modPow(exponent.mod(q), p);
    }

    /** g^exponent. */
    public BigInteger powerOfG(BigInteger exponent) {
        return powersOfG.power(exponent);
    }

    public BigInteger inverse(BigInteger value) {
        return value.modInverse(p);
    }

    /** Whether 0 &lt; x &lt; p and x^q = 1. */
    public boolean contains(BigInteger x) {
        return x.signum() > 0 && x.compareTo(p) < 0 && x.modPow(q, p).equals(BigInteger.ONE);
    }
}
