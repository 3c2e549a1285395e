package org.tamga.election.ballot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tamga.election.wire.CanonicalJson;

/**
 * What may be voted on, as far as encryption and proofs need it. The order of contests and
 * candidates is the order of their 1-based indices in every hash (EG 3.1.3).
 *
 * @param electionId the election
 * @param contests in order, at least one
 * @param ballotStyles which contests a voter of a style is shown
 */
public record Manifest(
        String electionId, List<ManifestContest> contests, List<ManifestStyle> ballotStyles) {
    /**
     * @throws IllegalArgumentException on doubled ids, a contest without candidates or votes, a
     *     style without contests or with an unknown one
     */
    public Manifest {
        contests = List.copyOf(contests);
        ballotStyles = List.copyOf(ballotStyles);
        List<String> contestIds = contests.stream().map(ManifestContest::id).toList();
        Set<String> known = requireDistinct("contests", contestIds);
        requireDistinct("ballot styles", ballotStyles.stream().map(ManifestStyle::id).toList());
        for (ManifestStyle style : ballotStyles) {
            if (!known.containsAll(requireDistinct("contests of a style", style.contestIds()))) {
                throw new IllegalArgumentException("unknown contest in style " + style.id());
            }
        }
    }

    /**
     * A contest.
     *
     * @param id unique in the manifest
     * @param votesAllowed L ≥ 1: how many candidates one voter may choose
     * @param candidateIds in order, unique in the contest, at least one
     */
    public record ManifestContest(String id, int votesAllowed, List<String> candidateIds) {
        public ManifestContest {
            candidateIds = List.copyOf(candidateIds);
            requireDistinct("candidates of " + id, candidateIds);
            if (votesAllowed < 1) {
                throw new IllegalArgumentException("no vote allowed in contest " + id);
            }
        }
    }

    /**
     * A ballot style.
     *
     * @param id unique in the manifest
     * @param contestIds at least one; on an encrypted ballot they stand in the manifest's order
     */
    public record ManifestStyle(String id, List<String> contestIds) {
        public ManifestStyle {
            contestIds = List.copyOf(contestIds);
        }
    }

    /** The canonical JSON that the base hash covers. */
    public byte[] toBytes() {
        return CanonicalJson.write(this);
    }

    private static Set<String> requireDistinct(String what, List<String> ids) {
        Set<String> distinct = new HashSet<>(ids);
        if (ids.isEmpty() || distinct.size() != ids.size()) {
            throw new IllegalArgumentException("none or doubled: " + what);
        }
        return distinct;
    }
}
