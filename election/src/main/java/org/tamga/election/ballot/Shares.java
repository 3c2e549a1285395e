package org.tamga.election.ballot;

import java.math.BigInteger;
import java.util.List;

/**
 * The arithmetic of secret sharing: polynomials, their commitments and interpolation (EG 3.2,
 * 3.6.2).
 */
final class Shares {
    private static final Group GROUP = Group.STANDARD;

    private Shares() {}

    /** P(x) = Σ a(j)·x^j mod q. */
    static BigInteger polynomialAt(int x, List<BigInteger> coefficients) {
        BigInteger value = BigInteger.ZERO;
        for (BigInteger coefficient : coefficients.reversed()) {
            value = GROUP.modQ(value.multiply(BigInteger.valueOf(x)).add(coefficient));
        }
        return value;
    }

    /** g^P(x) from the commitments alone: ∏ K(j)^(x^j) (equation 24). */
    static BigInteger commitmentAt(int x, List<ElementModP> commitments) {
        BigInteger value = BigInteger.ONE;
        for (ElementModP commitment : commitments.reversed()) {
            value = GROUP.multiply(GROUP.power(value, BigInteger.valueOf(x)), commitment.value());
        }
        return value;
    }

    /** g^z(x): what the share of the joint secret held by guardian x must be (note 3.7). */
    static BigInteger shareCommitment(int x, BallotKeys keys) {
        BigInteger value = BigInteger.ONE;
        for (GuardianPublicKey guardian : keys.guardianKeys()) {
            value = GROUP.multiply(value, commitmentAt(x, guardian.commitments()));
        }
        return value;
    }

    /** w(i) = ∏ l / (l − i) mod q over the other indices l (equation 85). */
    static BigInteger lagrange(int index, List<Integer> indices) {
        BigInteger q = GroupParameters.STANDARD.q();
        BigInteger numerator = BigInteger.ONE;
        BigInteger denominator = BigInteger.ONE;
        for (int other : indices) {
            if (other != index) {
                numerator = numerator.multiply(BigInteger.valueOf(other));
                denominator = denominator.multiply(BigInteger.valueOf((long) other - index));
            }
        }
        return numerator.multiply(denominator.modInverse(q)).mod(q);
    }
}
