package org.tamga.matcher.command;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tamga.matcher.engine.Calibration;
import org.tamga.matcher.engine.FalseMatchCurve;
import org.tamga.matcher.engine.LikelihoodCurve;
import org.tamga.matcher.engine.SumCurve;
import org.tamga.matcher.evaluation.CalibrationFit;
import org.tamga.matcher.evaluation.Comparisons;
import org.tamga.matcher.evaluation.FingerSet;
import org.tamga.matcher.evaluation.HeldOutCheck;
import org.tamga.matcher.evaluation.LikelihoodFit;
import org.tamga.matcher.evaluation.ScoreMatrix;
import org.tamga.matcher.evaluation.SumFit;
import org.tamga.matcher.evaluation.UnseenCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recomputes the calibration that ships with the module. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description =
                "False match rate and likelihood ratio by score from the comparisons among all fingers of"
                        + " the folders, and how well both hold for fingers not calibrated on.")
public final class CalibrateCommand implements Callable<Integer> {
    private static final String MATCHER =
            "SourceAFIS 3.18.1 over minutiae sets FINE and BROAD, mean of their scores";

    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "folders of images")
    private List<Path> folders = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "JSON to write")
    private Path out = Path.of("calibration.json");

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    /** What {@code --json} prints. */
    private record Answer(
            Calibration calibration,
            HeldOutCheck heldOut,
            List<UnseenCheck.Row> unseen,
            List<SumFit.Check> sums) {}

    @Override
    public Integer call() {
        ScoreMatrix scores;
        try (Progress progress = new Progress(output.err())) {
            FingerSet set = files.set(folders, progress);
            progress.start("compare", set.samples().size());
            scores = ScoreMatrix.of(set, progress::step);
        }
        Answer answer = answer(scores);
        write(answer.calibration());
        if (output.json()) {
            output.document(answer);
        } else {
            print(answer);
        }
        return 0;
    }

    private Answer answer(ScoreMatrix scores) {
        try {
            Comparisons symmetric = scores.symmetric();
            FalseMatchCurve directed = CalibrationFit.of(scores.directed());
            List<SumCurve> sums = SumFit.all(scores, directed);
            HeldOutCheck heldOut = HeldOutCheck.of(scores);
            var likelihood =
                    new LikelihoodCurve(
                            symmetric.genuine().size(),
                            LikelihoodFit.points(symmetric),
                            heldOut.cllr());
            return new Answer(
                    new Calibration(
                            MATCHER,
                            List.of(
                                    data(scores.set()),
                                    CalibrationFit.METHOD,
                                    SumFit.METHOD,
                                    LikelihoodFit.METHOD),
                            directed,
                            sums,
                            CalibrationFit.of(symmetric),
                            likelihood),
                    heldOut,
                    UnseenCheck.of(scores),
                    SumFit.checks(scores, directed, sums));
        } catch (IllegalArgumentException tooFew) {
            throw new CommandFailure(String.valueOf(tooFew.getMessage()), "MC-04");
        }
    }

    private String data(FingerSet set) {
        return "%s; %d fingers, %d images"
                .formatted(
                        folders.stream()
                                .map(folder -> String.valueOf(folder.getFileName()))
                                .collect(Collectors.joining(", ")),
                        set.fingers(),
                        set.samples().size());
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

    private void print(Answer answer) {
        Calibration calibration = answer.calibration();
        calibration.provenance().forEach(line -> output.line("%s", line));
        print("directed (1:N)", calibration.directed());
        for (SumCurve sum : calibration.sums()) {
            print("sum over %d fingers (1:N)".formatted(sum.fingers()), sum.curve());
        }
        print("symmetric (1:1)", calibration.symmetric());
        output.line("likelihood ratio of a symmetric score");
        calibration
                .likelihood()
                .points()
                .forEach(p -> output.line("score %6.1f  log10 %+.2f", p.score(), p.log10Ratio()));
        output.line("");
        output.line("1:1 on fingers not calibrated on, Cllr %.3f", answer.heldOut().cllr());
        output.line("%8s %11s %8s %8s", "target", "impressions", "FMR", "FNMR");
        for (HeldOutCheck.Row row : answer.heldOut().rows()) {
            output.line(
                    "%8.0e %11d %8.1e %7.2f%%",
                    row.target(), row.impressions(), row.fmr(), 100 * row.fnmr());
        }
        printSearches(answer);
    }

    private void printSearches(Answer answer) {
        output.line("");
        output.line("1:N on fingers not calibrated on, means of random halves");
        output.line(
                "%7s %8s %11s %8s %11s %8s",
                "fingers", "target", "fitted FMR", "FNMR", "bound FMR", "FNMR");
        for (UnseenCheck.Row row : answer.unseen()) {
            output.line(
                    "%7d %8.0e %11.1e %7.2f%% %11.1e %7.2f%%",
                    row.fingers(),
                    row.target(),
                    row.fittedFmr(),
                    100 * row.fittedFnmr(),
                    row.boundFmr(),
                    100 * row.boundFnmr());
        }
        output.line("");
        output.line("measured sums beside those of independent fingers");
        output.line(
                "%7s %8s %9s %12s %11s %7s",
                "fingers", "FMR", "measured", "independent", "dependence", "bound");
        for (SumFit.Check sum : answer.sums()) {
            output.line(
                    "%7d %8.0e %9.1f %12.1f %10.1fx %7.1f",
                    sum.fingers(),
                    sum.rate(),
                    sum.measured(),
                    sum.independent(),
                    sum.dependence(),
                    sum.bound());
        }
    }

    private void print(String title, FalseMatchCurve curve) {
        output.line("%s", title);
        curve.points()
                .forEach(
                        p ->
                                output.line(
                                        "score %6.1f, bound %6.1f  FMR %.2g",
                                        p.score(), p.scoreBound(), p.falseMatchRate()));
        output.line(
                "%.2f score a decade beyond, bound %.2f",
                curve.scorePerDecade(), curve.scorePerDecadeBound());
        for (double rate : new double[] {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8}) {
            output.line(
                    "FMR %.0e needs score %.1f, to be sure %.1f",
                    rate, curve.score(rate), curve.bound().score(rate));
        }
    }
}
