package org.tamga.election.ballot;

/**
 * One candidate on an encrypted ballot.
 *
 * @param candidateId the candidate
 * @param ciphertext of 1 if chosen, else of 0
 * @param proof that it is 0 or 1
 */
public record EncryptedSelection(String candidateId, Ciphertext ciphertext, RangeProof proof) {}
