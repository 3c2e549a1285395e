package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.evaluation.FingerSet;
import org.tamga.matcher.evaluation.IdentificationBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Speed of 1:N against stock SourceAFIS. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description =
                "Time of one 1:N search beside stock SourceAFIS (exhaustive, one thread), taking turns in"
                        + " one run. Images are repeated where there are too few.")
public final class BenchmarkCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "folder of images")
    private Path folder = Path.of(".");

    @Option(
            names = "--subjects",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000,3000",
            description = "gallery sizes (default ${DEFAULT-VALUE})")
    private List<Integer> subjects = List.of();

    @Option(
            names = "--fingers",
            paramLabel = "N",
            defaultValue = "2",
            description = "templates a subject (default ${DEFAULT-VALUE})")
    private int fingers = 2;

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        if (fingers < 1 || fingers > 10 || subjects.stream().anyMatch(n -> n < 1 || n > 200_000)) {
            throw new CommandFailure(
                    "--subjects must be 1 to 200000 and --fingers 1 to 10", "MC-01");
        }
        List<FingerTemplate> templates;
        try (Progress progress = new Progress(output.err())) {
            templates =
                    files.set(List.of(folder), progress).samples().stream()
                            .map(FingerSet.Sample::template)
                            .toList();
        }
        List<IdentificationBenchmark.Result> results = new ArrayList<>();
        for (int size : subjects) {
            results.add(IdentificationBenchmark.run(templates, size, fingers));
        }
        if (output.json()) {
            output.document(results);
        } else {
            output.line(
                    "%9s %9s %6s %15s %12s %8s",
                    "subjects", "templates", "cores", "stock 1 core ms", "gallery ms", "ratio");
            results.forEach(
                    r ->
                            output.line(
                                    "%9d %9d %6d %15.1f %12.1f %8.2f",
                                    r.subjects(),
                                    r.templates(),
                                    r.cores(),
                                    r.stockMillis(),
                                    r.ourMillis(),
                                    r.speedUp()));
        }
        return 0;
    }
}
