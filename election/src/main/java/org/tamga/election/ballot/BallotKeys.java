package org.tamga.election.ballot;

import java.util.List;

/**
 * The outcome of the key ceremony, published in the election package (EG 3.2). Made by {@link
 * KeyCeremony#publish}; trusted only after {@link KeyCeremony#check}.
 *
 * @param guardians n ≥ 1
 * @param threshold k, 1 ≤ k ≤ n: so many guardians decrypt, fewer learn nothing
 * @param guardianKeys n keys, by index
 * @param jointKey K, the product of the guardians' K(i,0)
 * @param parameterHash H_P, 64 lower-case hex characters (EG 3.1.2)
 * @param manifestHash SHA-256 of the canonical manifest, 64 lower-case hex characters
 * @param baseHash H_B (EG 3.1.4)
 * @param extendedBaseHash H_E (EG 3.2.3)
 */
public record BallotKeys(
        int guardians,
        int threshold,
        List<GuardianPublicKey> guardianKeys,
        ElementModP jointKey,
        String parameterHash,
        String manifestHash,
        String baseHash,
        String extendedBaseHash) {
    public BallotKeys {
        guardianKeys = List.copyOf(guardianKeys);
    }
}
