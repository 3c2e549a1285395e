package org.tamga.election.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes and checks range proofs (EG 3.3.7): for a ciphertext of σ with nonce ξ one true branch j =
 * σ and L simulated ones. What does not depend on σ is drawn and computed ahead.
 */
final class RangeProofs {
    private final Group group = Group.STANDARD;
    private final FixedBase powersOfKey;

    RangeProofs(FixedBase powersOfKey) {
        this.powersOfKey = powersOfKey;
    }

    /**
     * One branch before the choice.
     *
     * @param u commitment exponent
     * @param simulated challenge used unless the branch turns out to be the true one
     * @param a g^u
     * @param keyToU K^u
     */
    record Branch(BigInteger u, BigInteger simulated, BigInteger a, BigInteger keyToU) {
        @Override
        public String toString() {
            return "Branch[secret]";
        }
    }

    /** Branches for the range 0…limit. */
    List<Branch> prepare(int limit, SecureRandom random) {
        List<Branch> branches = new ArrayList<>();
        for (int j = 0; j <= limit; j++) {
            BigInteger u = group.randomExponent(random);
            branches.add(
                    new Branch(
                            u,
                            group.randomExponent(random),
                            group.powerOfG(u),
                            powersOfKey.power(u)));
        }
        return branches;
    }

    /**
     * The proof.
     *
     * @param statement the hash's input up to and including the ciphertext
     * @param ballotHash H_I
     * @param value σ, 0…limit
     * @param nonce ξ of the ciphertext
     */
    RangeProof prove(
            HashInput statement,
            byte[] ballotHash,
            int value,
            BigInteger nonce,
            List<Branch> branches) {
        BigInteger simulatedSum = BigInteger.ZERO;
        for (int j = 0; j < branches.size(); j++) {
            Branch branch = branches.get(j);
            BigInteger b = branch.keyToU();
            if (j != value) {
                BigInteger shift = branch.simulated().multiply(BigInteger.valueOf(value - j));
                b = group.multiply(b, powersOfKey.power(shift));
                simulatedSum = simulatedSum.add(branch.simulated());
            }
            statement.element(branch.a()).element(b);
        }
        BigInteger trueChallenge =
                group.modQ(statement.hashModQ(ballotHash).subtract(simulatedSum));
        List<ElementModQ> challenges = new ArrayList<>();
        List<ElementModQ> responses = new ArrayList<>();
        for (int j = 0; j < branches.size(); j++) {
            Branch branch = branches.get(j);
            BigInteger challenge = j == value ? trueChallenge : branch.simulated();
            challenges.add(new ElementModQ(challenge));
            responses.add(
                    new ElementModQ(group.modQ(branch.u().subtract(challenge.multiply(nonce)))));
        }
        return new RangeProof(challenges, responses);
    }

    /**
     * Whether a proof for the range 0…limit holds (verifications 6 and 7): the commitments are a(j)
     * = g^v(j)·α^c(j), b(j) = K^(v(j) − j·c(j))·β^c(j), and their hash is the sum of the
     * challenges.
     */
    boolean holds(
            HashInput statement,
            byte[] ballotHash,
            Ciphertext ciphertext,
            RangeProof proof,
            int limit) {
        int branches = limit + 1;
        if (proof.challenges().size() != branches || proof.responses().size() != branches) {
            return false;
        }
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j < branches; j++) {
            BigInteger c = proof.challenges().get(j).value();
            BigInteger v = proof.responses().get(j).value();
            BigInteger w = v.subtract(c.multiply(BigInteger.valueOf(j)));
            statement
                    .element(
                            group.multiply(
                                    group.powerOfG(v), group.power(ciphertext.alpha().value(), c)))
                    .element(
                            group.multiply(
                                    powersOfKey.power(w),
                                    group.power(ciphertext.beta().value(), c)));
            sum = sum.add(c);
        }
        return statement.hashModQ(ballotHash).equals(group.modQ(sum));
    }
}
