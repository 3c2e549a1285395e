package org.tamga.election.ballot;

import java.util.List;

/** What becomes of k shares. */
public sealed interface TallyCombination {
    /**
     * All proofs held.
     *
     * @param tally the counts
     */
    record Combined(DecryptedTally tally) implements TallyCombination {}

    /**
     * A share is missing or wrong.
     *
     * @param problems at least one
     */
    record Refused(List<Problem> problems) implements TallyCombination {}
}
