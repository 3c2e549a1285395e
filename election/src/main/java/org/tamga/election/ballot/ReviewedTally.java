package org.tamga.election.ballot;

import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;

/** A tally that passed a {@link TallyReview}: the only thing that a guardian decrypts. */
public final class ReviewedTally {
    private final TallyClaim claim;

    ReviewedTally(TallyClaim claim) {
        this.claim = claim;
    }

    /** What is to be decrypted. */
    public EncryptedTally tally() {
        return claim.tally();
    }

    /** What the guardian has to keep before its share leaves its hands. */
    public DecryptedSum sum() {
        return new DecryptedSum(
                digest(claim.tally()),
                claim.cast().stream().map(EncryptedBallot::ballotId).sorted().toList());
    }

    static String digest(EncryptedTally tally) {
        return Digests.sha256Hex(CanonicalJson.write(tally));
    }
}
