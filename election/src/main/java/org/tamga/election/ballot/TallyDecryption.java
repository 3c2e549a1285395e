package org.tamga.election.ballot;

import java.util.List;

/** Combines partial decryptions and checks decrypted tallies (EG 3.6). */
public final class TallyDecryption {
    public TallyDecryption(BallotKeys keys, Manifest manifest) {}

    /** Checks every proof and combines the shares of exactly k guardians. */
    public TallyCombination combine(EncryptedTally tally, List<TallyShare> shares) {
        throw new UnsupportedOperationException("next increment");
    }

    /** Checks proofs and counts of a decrypted tally; empty if all hold. */
    public List<Problem> verify(DecryptedTally tally) {
        throw new UnsupportedOperationException("next increment");
    }
}
