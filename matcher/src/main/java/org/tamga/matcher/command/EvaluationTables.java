package org.tamga.matcher.command;

import java.util.List;
import java.util.Locale;
import org.tamga.matcher.Extraction;
import org.tamga.matcher.evaluation.AccuracyReport;
import org.tamga.matcher.evaluation.AccuracyReport.Distribution;
import org.tamga.matcher.evaluation.AccuracyReport.OperatingPoint;
import org.tamga.matcher.evaluation.Bootstrap;
import org.tamga.matcher.evaluation.Comparisons;
import org.tamga.matcher.evaluation.SearchReport;

/** What {@link EvaluateCommand} says, as tables of text. */
final class EvaluationTables {
    private final Output output;

    EvaluationTables(Output output) {
        this.output = output;
    }

    /** One folder, one extraction. */
    record Result(String folder, Extraction extraction, AccuracyReport report) {}

    /** All folders together. */
    record Pooled(
            Extraction extraction,
            double meanEer,
            double extractionMillis,
            List<OperatingPoint> operatingPoints) {}

    /** What {@code --json} prints. */
    record Document(
            Comparisons.Pairs pairs,
            List<Result> results,
            List<Pooled> pooled,
            List<SearchReport> searches) {}

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    void print(Document document) {
        output.line(
                "1:1, %s; FNMR in %% at FMR 1, 0.1, 0.01 %% and none",
                switch (document.pairs()) {
                    case EVERY -> "every two impressions of a folder";
                    case FVC ->
                            "every two impressions of a finger, first impressions of different ones";
                    case ENROLLED -> "first impressions against all others";
                });
        output.line(
                "%-16s %-9s %20s %9s %9s %9s %9s %6s %9s",
                "", "", "EER %", "FMR100", "FMR1000", "FMR10000", "ZeroFMR", "ms", "minutiae");
        for (Result result : document.results()) {
            AccuracyReport r = result.report();
            output.line(
                    "%-16s %-9s %20s %s %6.1f %9.0f",
                    result.folder(),
                    word(result.extraction()),
                    rate(r.eer(), r.eerInterval()),
                    points(r.operatingPoints()),
                    r.extractionMillis().p50(),
                    r.minutiae().p50());
            r.unreadable().forEach(line -> output.line("  skipped %s", line));
            if (!r.unreadable().isEmpty()) {
                output.line(
                        "  %d of %d images were not read (%.1f %%) and are not in the rates",
                        r.unreadable().size(),
                        r.unreadable().size() + r.images(),
                        100.0 * r.unreadable().size() / (r.unreadable().size() + r.images()));
            }
        }
        for (Pooled all : document.pooled()) {
            output.line(
                    "%-16s %-9s %20.2f %s %6.1f",
                    "mean, pooled",
                    word(all.extraction()),
                    100 * all.meanEer(),
                    points(all.operatingPoints()),
                    all.extractionMillis());
        }
        scores(document.results());
        if (!document.searches().isEmpty()) {
            searches(document.searches());
        }
    }

    private void scores(List<Result> results) {
        output.line("");
        output.line(
                "%-32s %9s %7s %7s %7s %7s %7s %7s %7s",
                "scores", "pairs", "mean", "p1", "p5", "p50", "p95", "p99", "max");
        for (Result result : results) {
            String name = result.folder() + " " + word(result.extraction());
            row(name + " genuine", result.report().genuine());
            row(name + " impostor", result.report().impostor());
        }
    }

    private void row(String name, Distribution d) {
        output.line(
                "%-32s %9d %7.1f %7.1f %7.1f %7.1f %7.1f %7.1f %7.1f",
                name, d.count(), d.mean(), d.p1(), d.p5(), d.p50(), d.p95(), d.p99(), d.max());
    }

    private void searches(List<SearchReport> reports) {
        SearchReport any = reports.getFirst();
        output.line("");
        output.line(
                "1:N among %d subjects, %d finger(s): FNIR in %% at FPIR 10, 3, 1 and 0.1 %%; at the"
                        + " calibrated threshold for 0.1 %% (%.1f): FPIR and FNIR counted",
                any.subjects(), any.fingers(), any.calibrated().threshold());
        output.line(
                "%-16s %-20s %6s %9s %8s %8s %20s %20s %6s %20s",
                "", "", "mates", "strangers", "10 %", "3 %", "1 %", "0.1 %", "FPIR", "FNIR");
        for (SearchReport report : reports) {
            List<SearchReport.Point> points = report.points();
            output.line(
                    "%-16s %-20s %6d %9d %8.2f %8.2f %20s %20s %6.2f %20s",
                    report.set(),
                    report.way(),
                    report.mated(),
                    report.strangers(),
                    100 * points.get(0).fnir(),
                    100 * points.get(1).fnir(),
                    rate(points.get(2).fnir(), points.get(2).fnirInterval()),
                    rate(points.get(3).fnir(), points.get(3).fnirInterval()),
                    100 * report.calibrated().fpir(),
                    rate(report.calibrated().fnir(), report.calibrated().fnirInterval()));
        }
    }

    private static String rate(double rate, Bootstrap.Interval interval) {
        return String.format(
                Locale.ROOT,
                "%.2f [%.2f-%.2f]",
                100 * rate,
                100 * interval.low(),
                100 * interval.high());
    }

    private static String points(List<OperatingPoint> points) {
        StringBuilder line = new StringBuilder();
        points.forEach(p -> line.append(String.format(Locale.ROOT, "%9.2f ", 100 * p.fnmr())));
        return line.toString().stripTrailing();
    }
}
