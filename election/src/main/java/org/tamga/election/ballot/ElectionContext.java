package org.tamga.election.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tamga.election.ballot.Manifest.ManifestContest;
import org.tamga.election.wire.Hex;

/**
 * Keys and manifest with what follows from them: the table of powers of K and the order of
 * contests.
 */
final class ElectionContext {
    private final Manifest manifest;
    private final byte[] extendedBaseHash;
    private final FixedBase powersOfKey;

    ElectionContext(BallotKeys keys, Manifest manifest) {
        this.manifest = manifest;
        extendedBaseHash = Hex.parse(keys.extendedBaseHash());
        powersOfKey = Group.STANDARD.fixedBase(keys.jointKey().value());
    }

    /**
     * A contest and its place.
     *
     * @param index 1-based, in the manifest
     */
    record IndexedContest(int index, ManifestContest contest) {}

    /** The contests of a style in the manifest's order; empty for an unknown style. */
    Optional<List<IndexedContest>> contestsOf(String styleId) {
        return manifest.ballotStyles().stream()
                .filter(style -> style.id().equals(styleId))
                .findFirst()
                .map(style -> indexed(style.contestIds()));
    }

    private List<IndexedContest> indexed(List<String> contestIds) {
        List<IndexedContest> contests = new ArrayList<>();
        for (int i = 0; i < manifest.contests().size(); i++) {
            ManifestContest contest = manifest.contests().get(i);
            if (contestIds.contains(contest.id())) {
                contests.add(new IndexedContest(i + 1, contest));
            }
        }
        return contests;
    }

    byte[] extendedBaseHash() {
        return extendedBaseHash.clone();
    }

    FixedBase powersOfKey() {
        return powersOfKey;
    }
}
