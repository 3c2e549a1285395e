package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Everything the evaluate command says about a set; rates are shares 0–1, times milliseconds. */
public record AccuracyReport(
        int fingers,
        int images,
        List<String> unreadable,
        Distribution minutiae,
        Distribution quality,
        Distribution extractionMillis,
        Distribution genuine,
        Distribution impostor,
        double eer,
        Bootstrap.Interval eerInterval,
        List<OperatingPoint> operatingPoints) {
    private static final double[] RATES = {1e-2, 1e-3, 1e-4, 0};

    /**
     * @param fmr target false match rate
     * @param threshold score that meets it on this set
     * @param fnmr false non-match rate there
     * @param fnmrInterval 95 % bootstrap interval over fingers
     */
    public record OperatingPoint(
            double fmr, double threshold, double fnmr, Bootstrap.Interval fnmrInterval) {}

    /** Count, mean and percentiles. */
    public record Distribution(
            int count,
            double mean,
            double min,
            double p1,
            double p5,
            double p25,
            double p50,
            double p75,
            double p95,
            double p99,
            double max) {

        static Distribution of(DoubleStream values) {
            double[] sorted = values.sorted().toArray();
            if (sorted.length == 0) {
                return new Distribution(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            }
            return new Distribution(
                    sorted.length,
                    DoubleStream.of(sorted).average().orElse(0),
                    sorted[0],
                    at(sorted, 0.01),
                    at(sorted, 0.05),
                    at(sorted, 0.25),
                    at(sorted, 0.50),
                    at(sorted, 0.75),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    sorted[sorted.length - 1]);
        }

        private static double at(double[] sorted, double share) {
            return sorted[(int) Math.round(share * (sorted.length - 1))];
        }
    }

    public static AccuracyReport of(FingerSet set, Comparisons comparisons) {
        ErrorCurve curve = ErrorCurve.of(comparisons);
        List<Bootstrap.Interval> intervals = intervals(comparisons);
        return new AccuracyReport(
                set.fingers(),
                set.samples().size(),
                set.unreadable(),
                Distribution.of(set.samples().stream().mapToDouble(s -> s.template().minutiae())),
                Distribution.of(set.samples().stream().mapToDouble(FingerSet.Sample::quality)),
                Distribution.of(
                        set.samples().stream().mapToDouble(FingerSet.Sample::extractionMillis)),
                Distribution.of(
                        comparisons.genuine().stream().mapToDouble(Comparisons.Pair::score)),
                Distribution.of(
                        comparisons.impostor().stream().mapToDouble(Comparisons.Pair::score)),
                curve.equalErrorRate(),
                intervals.getFirst(),
                points(curve, intervals));
    }

    /** False non-match rates at false match rates of 1 %, 0.1 %, 0.01 % and none at all. */
    public static List<OperatingPoint> points(Comparisons comparisons) {
        return points(ErrorCurve.of(comparisons), intervals(comparisons));
    }

    private static List<OperatingPoint> points(
            ErrorCurve curve, List<Bootstrap.Interval> intervals) {
        List<OperatingPoint> points = new ArrayList<>();
        for (double fmr : RATES) {
            points.add(
                    new OperatingPoint(
                            fmr,
                            curve.thresholdAtFmr(fmr),
                            curve.fnmrAtFmr(fmr),
                            intervals.get(points.size() + 1)));
        }
        return points;
    }

    /** Of the equal error rate, then of the false non-match rates. */
    private static List<Bootstrap.Interval> intervals(Comparisons comparisons) {
        List<ToDoubleFunction<ErrorCurve>> statistics = new ArrayList<>();
        statistics.add(ErrorCurve::equalErrorRate);
        for (double fmr : RATES) {
            statistics.add(curve -> curve.fnmrAtFmr(fmr));
        }
        return Bootstrap.intervals(comparisons, statistics);
    }
}
