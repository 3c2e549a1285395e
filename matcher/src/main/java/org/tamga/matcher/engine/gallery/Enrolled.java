package org.tamga.matcher.engine.gallery;

import java.util.List;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.flat.FlatMatcher;
import org.tamga.matcher.engine.flat.FlatProbe;
import org.tamga.matcher.engine.flat.Minutiae;
import org.tamga.matcher.engine.flat.NearestNeighbours;

/**
 * One enrolled impression as the gallery keeps it, without its bit cylinders, which stand in the
 * segment. Immutable.
 */
public final class Enrolled {
    private final int position;
    private final List<MinutiaeSet> sets;

    /** Of the first set only: the others are compared too seldom to be worth the memory. */
    private final byte[] neighbours;

    private Enrolled(int position, List<MinutiaeSet> sets, byte[] neighbours) {
        this.position = position;
        this.sets = sets;
        this.neighbours = neighbours;
    }

    static Enrolled of(int position, List<MinutiaeSet> sets) {
        byte[] neighbours = new NearestNeighbours().all(sets.getFirst().minutiae());
        return new Enrolled(position, List.copyOf(sets), neighbours);
    }

    /** ISO/IEC 19794 finger position, 0 unknown. */
    public int position() {
        return position;
    }

    public List<MinutiaeSet> sets() {
        return sets;
    }

    /** Whether a probe of that position may be compared with it; 0 stands for any. */
    boolean answers(int probePosition) {
        return answers(position, probePosition);
    }

    static boolean answers(int position, int probePosition) {
        return probePosition == 0 || position == 0 || position == probePosition;
    }

    double firstScore(FlatMatcher matcher, SearchProbe probe) {
        return probe.firstScore(sets, (ours, other) -> score(matcher, probe.prepared(ours), other));
    }

    /** The score of all sets, where that of the first is known. */
    double completed(double first, FlatMatcher matcher, SearchProbe probe) {
        return probe.completed(
                first, sets, (ours, other) -> score(matcher, probe.prepared(ours), other));
    }

    private double score(FlatMatcher matcher, FlatProbe probe, int set) {
        Minutiae candidate = sets.get(set).minutiae();
        return set == 0
                ? matcher.score(probe, candidate, neighbours, 0)
                : matcher.score(probe, candidate);
    }
}
