package org.tamga.election.ballot;

/**
 * A share of one guardian's secret for another, as a file: signed hashed ElGamal to the receiver's
 * communication key (EG 3.2.2).
 *
 * @param sender index of the guardian whose polynomial is shared
 * @param receiver index of the guardian it is for
 * @param ephemeral C0 = g^ξ
 * @param encrypted C1, 32 bytes as lower-case hex
 * @param proof that the sender knows ξ, bound to C1
 */
public record EncryptedShare(
        int sender, int receiver, ElementModP ephemeral, String encrypted, ExponentProof proof) {}
