package org.tamga.election.definition;

import java.util.List;
import org.tamga.election.text.LocalizedText;

/**
 * One question to the voter.
 *
 * @param votesAllowed how many candidates a voter may choose at most, 1..candidates
 * @param candidates in the order of the ballot
 */
public record Contest(
        String id, LocalizedText title, int votesAllowed, List<Candidate> candidates) {
    public Contest {
        candidates = List.copyOf(candidates);
    }
}
