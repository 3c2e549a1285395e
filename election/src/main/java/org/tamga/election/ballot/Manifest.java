package org.tamga.election.ballot;

import java.util.List;

/**
 * What may be voted on, as far as encryption and proofs need it. The order of contests and
 * candidates is the order of their 1-based indices in every hash (EG 3.1.3).
 *
 * @param electionId the election
 * @param contests in order
 * @param ballotStyles which contests a voter of a style is shown
 */
public record Manifest(
        String electionId, List<ManifestContest> contests, List<ManifestStyle> ballotStyles) {
    public Manifest {
        contests = List.copyOf(contests);
        ballotStyles = List.copyOf(ballotStyles);
    }

    /**
     * A contest.
     *
     * @param id unique in the manifest
     * @param votesAllowed L ≥ 1: how many candidates one voter may choose
     * @param candidateIds in order, unique in the contest
     */
    public record ManifestContest(String id, int votesAllowed, List<String> candidateIds) {
        public ManifestContest {
            candidateIds = List.copyOf(candidateIds);
        }
    }

    /**
     * A ballot style.
     *
     * @param id unique in the manifest
     * @param contestIds a subset of the contests, in the manifest's order
     */
    public record ManifestStyle(String id, List<String> contestIds) {
        public ManifestStyle {
            contestIds = List.copyOf(contestIds);
        }
    }
}
