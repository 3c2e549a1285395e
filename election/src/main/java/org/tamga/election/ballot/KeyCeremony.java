package org.tamga.election.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;

/** Joins the guardians' public keys (EG 3.2.3) and checks them; holds no secret. */
public final class KeyCeremony {
    private KeyCeremony() {}

    /**
     * The keys of the election.
     *
     * @param guardians n
     * @param threshold k
     * @param publics n keys, by index
     * @throws IllegalArgumentException if {@link #check} would find a problem
     */
    public static BallotKeys publish(
            int guardians, int threshold, List<GuardianPublicKey> publics, Manifest manifest) {
        if (publics.stream().anyMatch(key -> key.commitments().isEmpty())) {
            throw new IllegalArgumentException("a guardian without commitments");
        }
        BallotKeys keys = join(guardians, threshold, publics, manifest);
        List<Problem> problems = check(keys, manifest);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return keys;
    }

    /** Checks proofs, joint key and hashes (verifications 1 to 3); empty if all hold. */
    public static List<Problem> check(BallotKeys keys, Manifest manifest) {
        int guardians = keys.guardians();
        List<Integer> indices = keys.guardianKeys().stream().map(GuardianPublicKey::index).toList();
        boolean numbered = indices.size() == guardians;
        for (int i = 0; i < indices.size(); i++) {
            numbered &= indices.get(i) == i + 1;
        }
        if (!numbered || keys.threshold() < 1 || keys.threshold() > guardians) {
            return List.of(new Problem(ProblemCode.KEY_COUNT, "guardianKeys"));
        }
        List<Problem> problems = new ArrayList<>();
        byte[] parameterHash = BaseHashes.parameters(guardians, keys.threshold());
        for (GuardianPublicKey key : keys.guardianKeys()) {
            problems.addAll(GuardianKeyProofs.check(key, keys.threshold(), parameterHash));
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        BallotKeys again = join(guardians, keys.threshold(), keys.guardianKeys(), manifest);
        if (!again.jointKey().equals(keys.jointKey())) {
            problems.add(new Problem(ProblemCode.KEY_JOINT, "jointKey"));
        } else if (!again.equals(keys)) {
            problems.add(new Problem(ProblemCode.KEY_HASH, "hashes"));
        }
        return problems;
    }

    private static BallotKeys join(
            int guardians, int threshold, List<GuardianPublicKey> publics, Manifest manifest) {
        BigInteger jointKey = BigInteger.ONE;
        for (GuardianPublicKey key : publics) {
            jointKey = Group.STANDARD.multiply(jointKey, key.commitments().getFirst().value());
        }
        byte[] manifestBytes = manifest.toBytes();
        byte[] parameterHash = BaseHashes.parameters(guardians, threshold);
        byte[] baseHash = BaseHashes.election(parameterHash, manifestBytes);
        return new BallotKeys(
                guardians,
                threshold,
                publics,
                new ElementModP(jointKey),
                Hex.of(parameterHash),
                Digests.sha256Hex(manifestBytes),
                Hex.of(baseHash),
                Hex.of(BaseHashes.extended(baseHash, jointKey)));
    }
}
