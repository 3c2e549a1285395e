package org.tamga.election.ballot;

import java.util.List;

/**
 * What a guardian publishes in the first round of the key ceremony (EG 3.2.2).
 *
 * @param index 1…n
 * @param commitments K(i,0)…K(i,k−1): g to the coefficients of the guardian's polynomial; the first
 *     is the guardian's own public key
 * @param communicationKey κ(i): shares for this guardian are encrypted to it
 * @param proof knowledge of every exponent above
 */
public record GuardianPublicKey(
        int index,
        List<ElementModP> commitments,
        ElementModP communicationKey,
        SchnorrProof proof) {
    public GuardianPublicKey {
        commitments = List.copyOf(commitments);
    }
}
