package org.tamga.matcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.evaluation.AccuracyReport;
import org.tamga.matcher.evaluation.AccuracyReport.Distribution;
import org.tamga.matcher.evaluation.AccuracyReport.OperatingPoint;
import org.tamga.matcher.evaluation.Comparisons;
import org.tamga.matcher.evaluation.FingerSet;
import org.tamga.matcher.evaluation.ScoreHistogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accuracy on a folder of images. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Error rates on a folder of images named <finger>_<impression>.<ext>: every pair of"
                        + " impressions is compared once; intervals are 95 %%, bootstrapped over fingers.")
public final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "folder of images")
    private Path folder = Path.of(".");

    @Option(names = "--plot", paramLabel = "FILE", description = "write a histogram as PNG")
    private @Nullable Path plot;

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        FingerSet set;
        Comparisons comparisons;
        try (Progress progress = new Progress(output.err())) {
            set = files.set(List.of(folder), progress);
            progress.start("compare", set.samples().size());
            comparisons = Comparisons.of(set, progress::step);
        }
        if (comparisons.genuine().isEmpty() || comparisons.impostor().isEmpty()) {
            throw new CommandFailure(
                    "error rates need two fingers and two impressions of one", "MC-04");
        }
        AccuracyReport report = AccuracyReport.of(set, comparisons);
        if (plot != null) {
            writePlot(plot, comparisons);
        }
        if (output.json()) {
            output.document(report);
        } else {
            print(report);
        }
        return 0;
    }

    private void writePlot(Path file, Comparisons comparisons) {
        try {
            String title = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
            ImageIO.write(ScoreHistogram.draw(title, comparisons), "png", file.toFile());
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file, "MC-05");
        }
    }

    private void print(AccuracyReport r) {
        output.line("%s: %d fingers, %d images", folder, r.fingers(), r.images());
        r.unreadable().forEach(line -> output.line("  skipped %s", line));
        output.line("");
        output.line(
                "%-14s %7s %7s %7s %7s %7s %7s %7s %7s %7s",
                "", "count", "mean", "p1", "p5", "p25", "p50", "p75", "p95", "p99");
        row("minutiae", r.minutiae());
        row("quality", r.quality());
        row("extraction ms", r.extractionMillis());
        row("genuine", r.genuine());
        row("impostor", r.impostor());
        output.line("");
        output.line(
                "EER %.2f %%  [%.2f–%.2f]",
                100 * r.eer(), 100 * r.eerInterval().low(), 100 * r.eerInterval().high());
        for (OperatingPoint p : r.operatingPoints()) {
            output.line(
                    "FNMR at FMR %.1f %%: %.2f %%  [%.2f–%.2f], score %.1f",
                    100 * p.fmr(),
                    100 * p.fnmr(),
                    100 * p.fnmrInterval().low(),
                    100 * p.fnmrInterval().high(),
                    p.threshold());
        }
    }

    private void row(String name, Distribution d) {
        output.line(
                "%-14s %7d %7.1f %7.1f %7.1f %7.1f %7.1f %7.1f %7.1f %7.1f",
                name, d.count(), d.mean(), d.p1(), d.p5(), d.p25(), d.p50(), d.p75(), d.p95(),
                d.p99());
    }
}
