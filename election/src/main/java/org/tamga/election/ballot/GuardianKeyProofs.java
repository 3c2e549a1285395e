package org.tamga.election.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes and checks a guardian's proof of knowledge of its k coefficients and of its communication
 * key (EG 3.2.2, equations 10 to 12): one challenge c for all, responses v(j) = u(j) − c·a(j).
 */
final class GuardianKeyProofs {
    private static final Group GROUP = Group.STANDARD;

    private GuardianKeyProofs() {}

    /**
     * The public key with its proof.
     *
     * @param coefficients a(0)…a(k−1)
     * @param communicationSecret ζ
     */
    static GuardianPublicKey prove(
            int index,
            byte[] parameterHash,
            List<BigInteger> coefficients,
            BigInteger communicationSecret,
            SecureRandom random) {
        List<ElementModP> commitments =
                coefficients.stream().map(a -> new ElementModP(GROUP.powerOfG(a))).toList();
        ElementModP communicationKey = new ElementModP(GROUP.powerOfG(communicationSecret));
        List<BigInteger> secrets = new ArrayList<>(coefficients);
        secrets.add(communicationSecret);
        List<BigInteger> u = secrets.stream().map(secret -> GROUP.randomExponent(random)).toList();
        BigInteger challenge =
                challenge(
                        index,
                        parameterHash,
                        commitments,
                        communicationKey,
                        u.stream().map(GROUP::powerOfG).toList());
        List<ElementModQ> responses = new ArrayList<>();
        for (int j = 0; j < secrets.size(); j++) {
            BigInteger v = u.get(j).subtract(challenge.multiply(secrets.get(j)));
            responses.add(new ElementModQ(GROUP.modQ(v)));
        }
        return new GuardianPublicKey(
                index,
                commitments,
                communicationKey,
                new SchnorrProof(new ElementModQ(challenge), responses));
    }

    /** What is wrong with a guardian's key (verification 2); empty if nothing. */
    static List<Problem> check(GuardianPublicKey key, int threshold, byte[] parameterHash) {
        String where = "guardianKeys[" + key.index() + "]";
        List<ElementModP> elements = new ArrayList<>(key.commitments());
        elements.add(key.communicationKey());
        List<ElementModQ> responses = key.proof().responses();
        if (key.commitments().size() != threshold || responses.size() != threshold + 1) {
            return List.of(new Problem(ProblemCode.KEY_COUNT, where));
        }
        if (!elements.stream().allMatch(element -> GROUP.contains(element.value()))) {
            return List.of(new Problem(ProblemCode.KEY_NOT_IN_GROUP, where));
        }
        BigInteger c = key.proof().challenge().value();
        List<BigInteger> h = new ArrayList<>();
        for (int j = 0; j < elements.size(); j++) {
            h.add(
                    GROUP.multiply(
                            GROUP.powerOfG(responses.get(j).value()),
                            GROUP.power(elements.get(j).value(), c)));
        }
        BigInteger again =
                challenge(key.index(), parameterHash, key.commitments(), key.communicationKey(), h);
        return again.equals(c) ? List.of() : List.of(new Problem(ProblemCode.KEY_PROOF, where));
    }

    /** c = H_q(H_P; 10, "pk_vote", i, K(i,0)…K(i,k−1), κ(i), h(0)…h(k)). */
    private static BigInteger challenge(
            int index,
            byte[] parameterHash,
            List<ElementModP> commitments,
            ElementModP communicationKey,
            List<BigInteger> h) {
        HashInput input = HashInput.domain(0x10).literal("pk_vote").index(index);
        commitments.forEach(commitment -> input.element(commitment.value()));
        input.element(communicationKey.value());
        h.forEach(input::element);
        return input.hashModQ(parameterHash);
    }
}
