package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.tamga.matcher.engine.FalseMatchCurve;

/**
 * Whether 1:N keeps its promise with fingers that the calibration has not seen, and at what price:
 * fitted on a random half of the fingers, counted on the other, many times. Of one finger all
 * comparisons of one direction, of several the sums of {@link MadePeople}.
 */
public final class UnseenCheck {
    private static final int HALVES = 20;
    private static final double[] TARGETS = {1e-2, 1e-3, 1e-4};
    private static final long SEED = 3;

    private UnseenCheck() {}

    /**
     * Means over the halves.
     *
     * @param target false match rate of one comparison, or of one sum
     * @param fittedFmr counted at the fitted curve
     * @param fittedFnmr counted there
     * @param boundFmr counted at the curve's bounds
     * @param boundFnmr counted there
     */
    public record Row(
            int fingers,
            double target,
            double fittedFmr,
            double fittedFnmr,
            double boundFmr,
            double boundFnmr) {
        private Row plus(Row other) {
            return new Row(
                    fingers,
                    target,
                    fittedFmr + other.fittedFmr / HALVES,
                    fittedFnmr + other.fittedFnmr / HALVES,
                    boundFmr + other.boundFmr / HALVES,
                    boundFnmr + other.boundFnmr / HALVES);
        }
    }

    /**
     * With one and with two fingers.
     *
     * @throws IllegalArgumentException when a half has too few comparisons for a calibration
     */
    public static List<Row> of(ScoreMatrix matrix) {
        List<Row> rows = new ArrayList<>();
        for (int fingers = 1; fingers <= 2; fingers++) {
            for (double target : TARGETS) {
                rows.add(new Row(fingers, target, 0, 0, 0, 0));
            }
        }
        Random random = new Random(SEED);
        for (int half = 0; half < HALVES; half++) {
            int[] drawn = halved(matrix.set().fingers(), random);
            IntPredicate fitted = finger -> drawn[finger] == 0;
            FalseMatchCurve single = CalibrationFit.of(matrix.directed(fitted));
            FalseMatchCurve sum = SumFit.of(matrix, 2, single, fitted).curve();
            IntPredicate unseen = finger -> drawn[finger] == 1;
            ErrorCurve one = ErrorCurve.of(matrix.directed(unseen));
            MadePeople people = new MadePeople(matrix, 2, unseen);
            Sums strangers = people.strangers();
            Sums mates = people.mates();
            rows.replaceAll(
                    row ->
                            row.plus(
                                    row.fingers() == 1
                                            ? single(one, single, row.target())
                                            : summed(strangers, mates, sum, row.target())));
        }
        return rows;
    }

    private static Row single(ErrorCurve counted, FalseMatchCurve curve, double target) {
        double fitted = curve.score(target);
        double bound = curve.bound().score(target);
        return new Row(
                1,
                target,
                counted.fmrAtThreshold(fitted),
                counted.fnmrAtThreshold(fitted),
                counted.fmrAtThreshold(bound),
                counted.fnmrAtThreshold(bound));
    }

    private static Row summed(Sums strangers, Sums mates, FalseMatchCurve curve, double target) {
        double fitted = curve.score(target);
        double bound = curve.bound().score(target);
        return new Row(
                2,
                target,
                strangers.reaching(fitted),
                1 - mates.reaching(fitted),
                strangers.reaching(bound),
                1 - mates.reaching(bound));
    }

    /** 0 or 1 for each finger, half of them each, in turns within a folder. */
    private static int[] halved(int fingers, Random random) {
        int[] half = new int[fingers];
        // Neighbouring numbers are of one folder: one of each two neighbours goes to each half.
        for (int finger = 0; finger < fingers; finger += 2) {
            int first = random.nextInt(2);
            half[finger] = first;
            if (finger + 1 < fingers) {
                half[finger + 1] = 1 - first;
            }
        }
        return half;
    }
}
