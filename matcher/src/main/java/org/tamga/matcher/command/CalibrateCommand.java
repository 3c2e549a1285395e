package org.tamga.matcher.command;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tamga.matcher.engine.Calibration;
import org.tamga.matcher.evaluation.CalibrationFit;
import org.tamga.matcher.evaluation.Comparisons;
import org.tamga.matcher.evaluation.FingerSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recomputes the calibration that ships with the module. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description =
                "False match rate by score from the impostor comparisons among all fingers of the folders"
                        + " (one population: one kind of sensor image, different people).")
public final class CalibrateCommand implements Callable<Integer> {
    private static final String MATCHER =
            "SourceAFIS 3.18.1 over minutiae sets FINE and BROAD, mean of their scores";

    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "folders of images")
    private List<Path> folders = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "JSON to write")
    private Path out = Path.of("calibration.json");

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        FingerSet set;
        Comparisons comparisons;
        try (Progress progress = new Progress(output.err())) {
            set = files.set(folders, progress);
            progress.start("compare", set.samples().size());
            comparisons = Comparisons.of(set, progress::step);
        }
        Calibration calibration = calibration(set, comparisons);
        write(calibration);
        if (output.json()) {
            output.document(calibration);
        } else {
            print(calibration);
        }
        return 0;
    }

    private Calibration calibration(FingerSet set, Comparisons comparisons) {
        try {
            CalibrationFit fit = CalibrationFit.of(comparisons);
            String data =
                    "%s; %d fingers, %d images"
                            .formatted(
                                    folders.stream()
                                            .map(folder -> String.valueOf(folder.getFileName()))
                                            .collect(Collectors.joining(", ")),
                                    set.fingers(),
                                    set.samples().size());
            return new Calibration(
                    MATCHER,
                    List.of(data, CalibrationFit.METHOD),
                    fit.comparisons(),
                    fit.points(),
                    fit.scorePerDecade(),
                    fit.scorePerDecadeBound());
        } catch (IllegalArgumentException tooFew) {
            throw new CommandFailure(String.valueOf(tooFew.getMessage()), "MC-04");
        }
    }

    private void write(Calibration calibration) {
        try {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(out.toFile(), calibration);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + out, "MC-05");
        }
    }

    private void print(Calibration calibration) {
        calibration.provenance().forEach(line -> output.line("%s", line));
        calibration
                .points()
                .forEach(p -> output.line("score %6.1f  FMR %.2g", p.score(), p.falseMatchRate()));
        output.line(
                "%.2f score a decade beyond, bound %.2f",
                calibration.scorePerDecade(), calibration.scorePerDecadeBound());
        for (double rate : new double[] {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8}) {
            output.line("FMR %.0e needs score %.1f", rate, calibration.score(rate));
        }
    }
}
