package org.tamga.election.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Arithmetic in the standard group (EG 3.1.1). Products are reduced by Barrett's method: with two
 * multiplications it is about twice as fast as a division. Not constant-time: who can time a
 * booth's processor from outside is out of scope, as is said in the format document.
 */
final class Group {
    static final Group STANDARD = new Group(GroupParameters.STANDARD);

    private static final int EXPONENT_BITS = 256;

    private final BigInteger p;
    private final BigInteger q;
    private final BigInteger reciprocal;
    private final int modulusBits;
    private final FixedBase powersOfG;

    private Group(GroupParameters parameters) {
        p = parameters.p();
        q = parameters.q();
        modulusBits = p.bitLength();
        reciprocal = BigInteger.ONE.shiftLeft(2 * modulusBits).divide(p);
        powersOfG = new FixedBase(this, parameters.g());
    }

    BigInteger multiply(BigInteger a, BigInteger b) {
        BigInteger product = a.multiply(b);
        BigInteger quotient =
                product.shiftRight(modulusBits - 1)
                        .multiply(reciprocal)
                        .shiftRight(modulusBits + 1);
        BigInteger rest = product.subtract(quotient.multiply(p));
        while (rest.compareTo(p) >= 0) {
            rest = rest.subtract(p);
        }
        return rest;
    }

    /** base^exponent for any base; the exponent is reduced modulo q first. */
    BigInteger power(BigInteger base, BigInteger exponent) {
        return base.modPow(exponent.mod(q), p);
    }

    BigInteger powerOfG(BigInteger exponent) {
        return powersOfG.power(exponent);
    }

    FixedBase fixedBase(BigInteger base) {
        return new FixedBase(this, base);
    }

    BigInteger inverse(BigInteger element) {
        return element.modInverse(p);
    }

    /** Whether 0 &lt; x &lt; p and x^q = 1: the membership test of EG 3.3.5. */
    boolean contains(BigInteger x) {
        return x.signum() > 0 && x.compareTo(p) < 0 && x.modPow(q, p).equals(BigInteger.ONE);
    }

    boolean contains(Ciphertext ciphertext) {
        return contains(ciphertext.alpha().value()) && contains(ciphertext.beta().value());
    }

    BigInteger modQ(BigInteger x) {
        return x.mod(q);
    }

    /** Uniform in 0…q−1. */
    BigInteger randomExponent(SecureRandom random) {
        BigInteger drawn;
        do {
            drawn = new BigInteger(EXPONENT_BITS, random);
        } while (drawn.compareTo(q) >= 0);
        return drawn;
    }
}
