package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tamga.matcher.Probe;

/** All scores of a set in both directions. Memory: 4 bytes × samples². */
public final class ScoreMatrix {
    private final FingerSet set;
    private final float[][] scores;

    private ScoreMatrix(FingerSet set, float[][] scores) {
        this.set = set;
        this.scores = scores;
    }

    /** Compares on all cores. */
    public static ScoreMatrix of(FingerSet set, Runnable onProbe) {
        List<FingerSet.Sample> samples = set.samples();
        float[][] scores = new float[samples.size()][];
        IntStream.range(0, samples.size())
                .parallel()
                .forEach(
                        i -> {
                            scores[i] = row(samples, i);
                            onProbe.run();
                        });
        return new ScoreMatrix(set, scores);
    }

    private static float[] row(List<FingerSet.Sample> samples, int i) {
        Probe probe = Probe.of(samples.get(i).template());
        float[] row = new float[samples.size()];
        for (int j = 0; j < row.length; j++) {
            row[j] = i == j ? Float.NaN : (float) probe.score(samples.get(j).template());
        }
        return row;
    }

    public FingerSet set() {
        return set;
    }

    int size() {
        return scores.length;
    }

    int finger(int sample) {
        return set.samples().get(sample).finger();
    }

    /** Of one sample as probe and another as candidate. */
    double directed(int probe, int candidate) {
        return scores[probe][candidate];
    }

    /** Mean of the scores in both directions. */
    double symmetric(int i, int j) {
        return (scores[i][j] + scores[j][i]) / 2.0;
    }

    /** Every unordered pair once, the earlier one as probe. */
    public Comparisons directed() {
        return directed(finger -> true);
    }

    /** As {@link #directed()} among some of the fingers. */
    Comparisons directed(IntPredicate fingers) {
        return comparisons(this::directed, fingers);
    }

    /** Every unordered pair once. */
    public Comparisons symmetric() {
        return symmetric(finger -> true);
    }

    /** As {@link #symmetric()} among some of the fingers. */
    Comparisons symmetric(IntPredicate fingers) {
        return comparisons(this::symmetric, fingers);
    }

    private interface PairScore {
        double of(int i, int j);
    }

    private Comparisons comparisons(PairScore score, IntPredicate fingers) {
        List<Comparisons.Pair> genuine = new ArrayList<>();
        List<Comparisons.Pair> impostor = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            for (int j = i + 1; j < scores.length; j++) {
                if (fingers.test(finger(i)) && fingers.test(finger(j))) {
                    var pair = new Comparisons.Pair(finger(i), finger(j), score.of(i, j));
                    (pair.isGenuine() ? genuine : impostor).add(pair);
                }
            }
        }
        Collections.sort(genuine);
        Collections.sort(impostor);
        return new Comparisons(set.fingers(), genuine, impostor);
    }
}
