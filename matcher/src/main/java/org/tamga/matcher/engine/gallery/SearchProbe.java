package org.tamga.matcher.engine.gallery;

import java.util.List;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.cylinder.CylinderCode;
import org.tamga.matcher.engine.cylinder.RigidCheck;
import org.tamga.matcher.engine.flat.FlatProbe;

/**
 * One presented finger as the stages of a search need it.
 *
 * @param sets prepared for the exact stage
 * @param code of the first set, for the first stages
 */
public record SearchProbe(List<PreparedSet> sets, CylinderCode code) {
    public SearchProbe {
        sets = List.copyOf(sets);
    }

    public SearchProbe(List<MinutiaeSet> sets) {
        this(
                sets.stream().map(PreparedSet::new).toList(),
                CylinderCode.of(sets.getFirst().minutiae()));
    }

    RigidCheck rigidCheck() {
        return new RigidCheck(code);
    }

    /** A minutiae set prepared to be compared with many. */
    public record PreparedSet(MinutiaeSet.Kind kind, FlatProbe probe) {
        PreparedSet(MinutiaeSet set) {
            this(set.kind(), new FlatProbe(set.minutiae()));
        }
    }

    /** Compares the probe's set at one index with the candidate's at another. */
    public interface SetScore {
        double of(int probeSet, int candidateSet);
    }

    /** The set at an index, prepared. */
    public FlatProbe prepared(int set) {
        return sets.get(set).probe();
    }

    /**
     * The score of two impressions: the mean over the kinds that both have; without a common kind,
     * that of the first sets.
     */
    public double score(List<MinutiaeSet> candidate, SetScore score) {
        return completed(firstScore(candidate, score), candidate, score);
    }

    /** The score of the first kind that both have, or of the first sets. */
    double firstScore(List<MinutiaeSet> candidate, SetScore score) {
        for (int i = 0; i < sets.size(); i++) {
            int other = MinutiaeSet.indexOf(sets.get(i).kind(), candidate);
            if (other >= 0) {
                return score.of(i, other);
            }
        }
        return score.of(0, 0);
    }

    /** The score of two impressions of which {@link #firstScore} is known. */
    double completed(double first, List<MinutiaeSet> candidate, SetScore score) {
        double sum = first;
        int common = 0;
        for (int i = 0; i < sets.size(); i++) {
            int other = MinutiaeSet.indexOf(sets.get(i).kind(), candidate);
            if (other >= 0 && common++ > 0) {
                sum += score.of(i, other);
            }
        }
        return sum / Math.max(1, common);
    }
}
