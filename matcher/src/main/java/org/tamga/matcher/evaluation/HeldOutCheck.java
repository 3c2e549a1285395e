package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tamga.matcher.engine.FalseMatchCurve;
import org.tamga.matcher.engine.LikelihoodCurve;

/**
 * Whether 1:1 keeps its promise with fingers that the calibration has not seen: fitted on one half
 * of the fingers, counted on the other, then the other way round. A claimed finger has the first
 * {@code impressions} impressions enrolled; the best symmetric score decides at the threshold of
 * {@code target / impressions}.
 *
 * @param cllr cost of the likelihood ratios in bits
 */
public record HeldOutCheck(List<Row> rows, double cllr) {
    private static final double[] TARGETS = {1e-2, 1e-3, 1e-4};
    private static final int[] IMPRESSIONS = {1, 2, 4};

    public HeldOutCheck {
        rows = List.copyOf(rows);
    }

    /**
     * What was counted for one target.
     *
     * @param target false match rate of the decision
     * @param impressions enrolled impressions of the claimed finger
     * @param impostors attempts with another finger
     * @param falseMatches those accepted
     * @param genuine attempts with the claimed finger
     * @param falseNonMatches those refused
     */
    public record Row(
            double target,
            int impressions,
            long impostors,
            long falseMatches,
            long genuine,
            long falseNonMatches) {
        public double fmr() {
            return (double) falseMatches / Math.max(1, impostors);
        }

        public double fnmr() {
            return (double) falseNonMatches / Math.max(1, genuine);
        }

        private Row plus(Row other) {
            return new Row(
                    target,
                    impressions,
                    impostors + other.impostors,
                    falseMatches + other.falseMatches,
                    genuine + other.genuine,
                    falseNonMatches + other.falseNonMatches);
        }
    }

    /**
     * Counts on all fingers.
     *
     * @throws IllegalArgumentException when a half has too few comparisons for a calibration
     */
    public static HeldOutCheck of(ScoreMatrix matrix) {
        List<Row> rows = new ArrayList<>();
        double cllr = 0;
        for (int half = 0; half < 2; half++) {
            int tested = half;
            Comparisons fitted = matrix.symmetric(finger -> finger % 2 != tested);
            FalseMatchCurve curve = CalibrationFit.of(fitted).bound();
            var likelihood =
                    new LikelihoodCurve(
                            fitted.genuine().size(), LikelihoodFit.points(fitted), Double.NaN);
            Comparisons unseen = matrix.symmetric(finger -> finger % 2 == tested);
            cllr += LikelihoodFit.cllr(likelihood, unseen) / 2;
            List<Row> counted = rows(matrix, tested, curve);
            for (int i = 0; i < counted.size(); i++) {
                if (rows.size() <= i) {
                    rows.add(counted.get(i));
                } else {
                    rows.set(i, rows.get(i).plus(counted.get(i)));
                }
            }
        }
        return new HeldOutCheck(rows, cllr);
    }

    private static List<Row> rows(ScoreMatrix matrix, int half, FalseMatchCurve curve) {
        List<Row> rows = new ArrayList<>();
        for (int impressions : IMPRESSIONS) {
            for (double target : TARGETS) {
                double threshold = curve.score(target / impressions);
                rows.add(row(matrix, half, threshold, new Row(target, impressions, 0, 0, 0, 0)));
            }
        }
        return rows;
    }

    private static Row row(ScoreMatrix matrix, int half, double threshold, Row sum) {
        for (int probe = 0; probe < matrix.size(); probe++) {
            if (matrix.finger(probe) % 2 != half) {
                continue;
            }
            for (int finger = half; finger < matrix.set().fingers(); finger += 2) {
                int[] enrolled = enrolled(matrix, probe, finger, sum.impressions());
                if (enrolled.length < sum.impressions()) {
                    continue;
                }
                boolean genuine = matrix.finger(probe) == finger;
                boolean accepted = best(matrix, probe, enrolled) >= threshold;
                sum =
                        sum.plus(
                                new Row(
                                        sum.target(),
                                        sum.impressions(),
                                        genuine ? 0 : 1,
                                        !genuine && accepted ? 1 : 0,
                                        genuine ? 1 : 0,
                                        genuine && !accepted ? 1 : 0));
            }
        }
        return sum;
    }

    private static double best(ScoreMatrix matrix, int probe, int[] enrolled) {
        return IntStream.of(enrolled)
                .mapToDouble(candidate -> matrix.symmetric(probe, candidate))
                .max()
                .orElse(0);
    }

    private static int[] enrolled(ScoreMatrix matrix, int probe, int finger, int impressions) {
        return IntStream.range(0, matrix.size())
                .filter(sample -> sample != probe && matrix.finger(sample) == finger)
                .limit(impressions)
                .toArray();
    }
}
