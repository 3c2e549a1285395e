package org.tamga.election.ballot;

import java.util.List;

/**
 * Proof that a guardian knows every coefficient behind its commitments and its communication key
 * (EG 3.2.2).
 *
 * @param challenge c
 * @param responses one for each coefficient, then one for the communication key: k + 1
 */
public record SchnorrProof(ElementModQ challenge, List<ElementModQ> responses) {
    public SchnorrProof {
        responses = List.copyOf(responses);
    }
}
