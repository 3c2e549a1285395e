package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.matcher.engine.flat.Kernel;
import org.tamga.matcher.evaluation.FingerSet;
import org.tamga.matcher.evaluation.IdentificationBenchmark;
import org.tamga.matcher.evaluation.MadeMinutiae;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Speed of 1:N against stock SourceAFIS; what it costs in found mates, {@code evaluate} tells. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description =
                "Time of one 1:N search beside exhaustive stock SourceAFIS, taking turns in one"
                        + " run, one thread, probe preparation included. Where there are fewer images"
                        + " than templates, made strangers fill the gallery; stock is timed with at"
                        + " most 3,000 templates and scaled beyond.")
public final class BenchmarkCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "folders of images")
    private List<Path> folders = List.of();

    @Option(
            names = "--subjects",
            paramLabel = "N",
            split = ",",
            defaultValue = "3000,10000",
            description = "gallery sizes (default ${DEFAULT-VALUE})")
    private List<Integer> subjects = List.of();

    @Option(
            names = "--fingers",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "fingers presented together and enrolled of each subject (default"
                            + " ${DEFAULT-VALUE})")
    private int fingers = 1;

    @Option(
            names = "--first-set",
            description =
                    "the gallery too compares only the first minutiae set of a template, as stock"
                            + " does: same scores")
    private boolean firstSet;

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        if (fingers < 1
                || fingers > 10
                || subjects.stream().anyMatch(n -> n < 1 || n > 2_000_000 / fingers)) {
            throw new CommandFailure(
                    "--fingers must be 1 to 10 and --subjects 1 to 2000000 templates", "MC-01");
        }
        FingerSet set;
        try (Progress progress = new Progress(output.err())) {
            FingerSet read = files.set(folders, progress);
            set = firstSet ? withFirstSets(read) : read;
        }
        times(set);
        return 0;
    }

    private static FingerSet withFirstSets(FingerSet set) {
        return new FingerSet(
                set.fingers(),
                set.samples().stream()
                        .map(
                                sample ->
                                        new FingerSet.Sample(
                                                sample.finger(),
                                                sample.file(),
                                                MadeMinutiae.firstSet(sample.template()),
                                                sample.quality(),
                                                sample.extractionMillis()))
                        .toList(),
                set.unreadable());
    }

    private void times(FingerSet set) {
        if (set.samples().stream().allMatch(sample -> sample.template().minutiae() == 0)) {
            throw new CommandFailure("no image in " + folders + " has minutiae", "MC-03");
        }
        List<IdentificationBenchmark.Result> results = new ArrayList<>();
        for (int size : subjects) {
            results.add(IdentificationBenchmark.run(set, size, fingers));
        }
        if (output.json()) {
            output.document(results);
            return;
        }
        output.line(
                "kernel %s, %d cores; ratio on one core: median of 15 turns of four searches (lowest–highest)",
                Kernel.CHOSEN.label(), Runtime.getRuntime().availableProcessors());
        output.line(
                "%9s %8s %12s %8s %11s %12s %22s %8s %11s",
                "subjects",
                "fingers",
                "stock ms",
                "",
                "gallery ms",
                "all cores ms",
                "ratio",
                "build s",
                "B/template");
        for (IdentificationBenchmark.Result r : results) {
            output.line(
                    "%9d %8d %12.1f %8s %11.2f %12.2f %8.1f (%5.1f–%5.1f) %8.2f %11.0f",
                    r.subjects(),
                    r.fingers(),
                    r.stockMillis(),
                    r.stockSampled() < r.subjects() ? "scaled" : "measured",
                    r.oneCoreMillis(),
                    r.allCoresMillis(),
                    r.ratio(),
                    r.ratioLow(),
                    r.ratioHigh(),
                    r.buildSeconds(),
                    r.bytesPerTemplate());
        }
    }
}
