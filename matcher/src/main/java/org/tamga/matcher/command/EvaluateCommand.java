package org.tamga.matcher.command;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.Extraction;
import org.tamga.matcher.evaluation.AccuracyReport;
import org.tamga.matcher.evaluation.AccuracyReport.Distribution;
import org.tamga.matcher.evaluation.AccuracyReport.OperatingPoint;
import org.tamga.matcher.evaluation.Comparisons;
import org.tamga.matcher.evaluation.DiscardCurve;
import org.tamga.matcher.evaluation.DiscardPlot;
import org.tamga.matcher.evaluation.FingerSet;
import org.tamga.matcher.evaluation.ScoreHistogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accuracy on folders of images, stock SourceAFIS beside ours. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Error rates on folders of images named <finger>_<impression>.<ext>: every pair of"
                        + " impressions of a folder is compared once; intervals are 95 %%,"
                        + " bootstrapped over fingers.")
public final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "folders of images")
    private List<Path> folders = List.of();

    @Option(
            names = "--extraction",
            paramLabel = "WAY",
            split = ",",
            defaultValue = "STOCK,STANDARD",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private List<Extraction> extractions = List.of();

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "write the last histogram of scores as PNG")
    private @Nullable Path plot;

    @Option(
            names = "--discard",
            paramLabel = "FILE",
            description = "write error versus discard by quality as CSV, and as PNG beside it")
    private @Nullable Path discard;

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    private record Result(String folder, Extraction extraction, AccuracyReport report) {}

    private record Pooled(
            Extraction extraction,
            double meanEer,
            double extractionMillis,
            List<OperatingPoint> operatingPoints) {}

    private record Document(List<Result> results, List<Pooled> pooled) {}

    @Override
    public Integer call() {
        List<Result> results = new ArrayList<>();
        List<Pooled> pooled = new ArrayList<>();
        Map<String, DiscardCurve> curves = new LinkedHashMap<>();
        for (Extraction extraction : extractions) {
            List<Comparisons> all = new ArrayList<>();
            for (Path folder : folders) {
                all.add(evaluate(folder, extraction, results));
                curves.put(name(folder) + " " + word(extraction), DiscardCurve.of(all.getLast()));
            }
            pooled.add(pooled(extraction, results, Comparisons.pooled(all)));
        }
        if (discard != null) {
            writeDiscard(discard, curves);
        }
        if (output.json()) {
            output.document(new Document(results, pooled));
        } else {
            print(results, pooled);
        }
        return 0;
    }

    private Comparisons evaluate(Path folder, Extraction extraction, List<Result> results) {
        FingerSet set;
        Comparisons comparisons;
        try (Progress progress = new Progress(output.err())) {
            set = files.set(List.of(folder), extraction, progress);
            progress.start("compare", set.samples().size());
            comparisons = Comparisons.of(set, progress::step);
        }
        if (comparisons.genuine().isEmpty() || comparisons.impostor().isEmpty()) {
            throw new CommandFailure(
                    "error rates need two fingers and two impressions of one", "MC-04");
        }
        results.add(new Result(name(folder), extraction, AccuracyReport.of(set, comparisons)));
        if (plot != null) {
            writeImage(plot, ScoreHistogram.draw(name(folder), comparisons));
        }
        return comparisons;
    }

    private static Pooled pooled(
            Extraction extraction, List<Result> results, Comparisons comparisons) {
        List<AccuracyReport> reports =
                results.stream()
                        .filter(result -> result.extraction() == extraction)
                        .map(Result::report)
                        .toList();
        return new Pooled(
                extraction,
                reports.stream().mapToDouble(AccuracyReport::eer).average().orElse(0),
                reports.stream()
                        .mapToDouble(report -> report.extractionMillis().p50())
                        .average()
                        .orElse(0),
                AccuracyReport.points(comparisons));
    }

    private void writeDiscard(Path csv, Map<String, DiscardCurve> curves) {
        StringBuilder text = new StringBuilder("set,threshold,discarded,fnmr,ideal\n");
        curves.forEach(
                (name, curve) ->
                        curve.points()
                                .forEach(
                                        p ->
                                                text.append(
                                                        String.format(
                                                                Locale.ROOT,
                                                                "%s,%.2f,%.2f,%.4f,%.4f%n",
                                                                name,
                                                                curve.threshold(),
                                                                p.discarded(),
                                                                p.fnmr(),
                                                                p.ideal()))));
        try {
            Files.writeString(csv, text);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + csv, "MC-05");
        }
        String file = String.valueOf(csv.getFileName()).replaceFirst("\\.[^.]*$", "") + ".png";
        writeImage(csv.resolveSibling(file), DiscardPlot.draw(curves));
    }

    private static void writeImage(Path file, BufferedImage image) {
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file, "MC-05");
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private static String word(Extraction extraction) {
        return extraction.name().toLowerCase(Locale.ROOT);
    }

    private void print(List<Result> results, List<Pooled> pooled) {
        output.line(
                "%-16s %-9s %20s %9s %9s %9s %9s %6s %9s",
                "", "", "EER %", "FMR100", "FMR1000", "FMR10000", "ZeroFMR", "ms", "minutiae");
        for (Result result : results) {
            AccuracyReport r = result.report();
            String eer =
                    "%.2f [%.2f-%.2f]"
                            .formatted(
                                    100 * r.eer(),
                                    100 * r.eerInterval().low(),
                                    100 * r.eerInterval().high());
            output.line(
                    "%-16s %-9s %20s %s %6.1f %9.0f",
                    result.folder(),
                    word(result.extraction()),
                    eer,
                    points(r.operatingPoints()),
                    r.extractionMillis().p50(),
                    r.minutiae().p50());
            r.unreadable().forEach(line -> output.line("  skipped %s", line));
        }
        for (Pooled all : pooled) {
            output.line(
                    "%-16s %-9s %20.2f %s %6.1f",
                    "mean, pooled",
                    word(all.extraction()),
                    100 * all.meanEer(),
                    points(all.operatingPoints()),
                    all.extractionMillis());
        }
        output.line("");
        output.line(
                "%-32s %7s %7s %7s %7s %7s %7s %7s",
                "", "mean", "p1", "p5", "p50", "p95", "p99", "max");
        for (Result result : results) {
            String name = result.folder() + " " + word(result.extraction());
            row(name + " genuine", result.report().genuine());
            row(name + " impostor", result.report().impostor());
        }
    }

    private static String points(List<OperatingPoint> points) {
        StringBuilder line = new StringBuilder();
        points.forEach(p -> line.append(String.format(Locale.ROOT, "%9.2f ", 100 * p.fnmr())));
        return line.toString().stripTrailing();
    }

    private void row(String name, Distribution d) {
        output.line(
                "%-32s %7.1f %7.1f %7.1f %7.1f %7.1f %7.1f %7.1f",
                name, d.mean(), d.p1(), d.p5(), d.p50(), d.p95(), d.p99(), d.max());
    }
}
