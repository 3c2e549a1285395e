package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.evaluation.FacePicture;
import org.tamga.matcher.face.evaluation.LivenessReport;
import org.tamga.matcher.face.liveness.PassiveLiveness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts of liveness on folders of pictures. */
@Command(
        name = "liveness",
        mixinStandardHelpOptions = true,
        description =
                "Counts how often the passive network suspects pictures of people (BPCER) and does not"
                        + " suspect pictures of attacks (APCER), and how often a picture on a turned sheet"
                        + " passes the prompt to turn the head. Not an evaluation to ISO/IEC 30107-3.")
final class FaceLivenessCommand implements Callable<Integer> {
    private static final String NOTICE =
            "counts on these files only; not an ISO/IEC 30107-3 evaluation";

    @Parameters(paramLabel = "FOLDER", description = "pictures of people")
    private Path folder = Path.of(".");

    @Option(names = "--attacks", paramLabel = "FOLDER", description = "pictures of attacks")
    private @Nullable Path attacks;

    @Option(
            names = "--limit",
            paramLabel = "X",
            defaultValue = "0",
            description = "evidence below it is suspicious (default ${DEFAULT-VALUE})")
    private double limit;

    @Option(
            names = "--sheets",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "how many pictures are also turned as flat sheets (default ${DEFAULT-VALUE})")
    private int sheets = 100;

    @Mixin private ModelFolder models = new ModelFolder();
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        List<FacePicture> genuine = FaceFolder.pictures(folder);
        List<FacePicture> forged = attacks == null ? List.of() : FaceFolder.pictures(attacks);
        try (FaceDetector detector = FaceDetector.open(models.store());
                PassiveLiveness passive = PassiveLiveness.open(models.store(), limit);
                Progress progress = new Progress(output.err())) {
            progress.start("judge", genuine.size() + forged.size());
            LivenessReport report =
                    LivenessReport.of(
                            genuine,
                            forged,
                            Math.max(0, sheets),
                            detector,
                            passive,
                            progress::step);
            if (output.json()) {
                output.document(report);
            } else {
                print(report);
            }
        }
        return 0;
    }

    private void print(LivenessReport r) {
        output.line("%s", NOTICE);
        output.line("%-44s %7s %7s %8s", "", "judged", "wrong", "share %");
        row("people suspected by the network (BPCER)", r.genuine(), r.genuineSuspected());
        row("attacks not suspected by the network (APCER)", r.attacks(), r.attacksUnsuspected());
        row("turned sheets that pass the prompt (APCER)", r.sheetTurns(), r.sheetPasses());
        quartiles("evidence, people", r.genuineEvidence());
        quartiles("evidence, attacks", r.attackEvidence());
        r.unjudged().stream().limit(10).forEach(line -> output.line("  not judged %s", line));
        if (r.unjudged().size() > 10) {
            output.line("  and %d more not judged", r.unjudged().size() - 10);
        }
    }

    private void row(String what, int judged, int wrong) {
        output.line(
                "%-44s %7d %7d %8s",
                what, judged, wrong, judged == 0 ? "-" : "%.2f".formatted(100.0 * wrong / judged));
    }

    private void quartiles(String what, List<Double> rising) {
        if (!rising.isEmpty()) {
            output.line(
                    "%-20s 5 %% %.2f, 25 %% %.2f, median %.2f, 75 %% %.2f, 95 %% %.2f",
                    what,
                    rising.get((rising.size() - 1) * 5 / 100),
                    rising.get((rising.size() - 1) / 4),
                    rising.get((rising.size() - 1) / 2),
                    rising.get((rising.size() - 1) * 3 / 4),
                    rising.get((rising.size() - 1) * 95 / 100));
        }
    }
}
