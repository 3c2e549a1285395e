package org.tamga.election.ballot;

import java.util.List;

/**
 * Proof that a ciphertext holds one of 0…L (EG 3.3.5): for each j a challenge and a response.
 *
 * @param challenges c(0)…c(L)
 * @param responses v(0)…v(L)
 */
public record RangeProof(List<ElementModQ> challenges, List<ElementModQ> responses) {
    public RangeProof {
        challenges = List.copyOf(challenges);
        responses = List.copyOf(responses);
    }
}
