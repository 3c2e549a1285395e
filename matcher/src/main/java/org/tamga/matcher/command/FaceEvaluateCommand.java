package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceEmbedder;
import org.tamga.matcher.face.FaceThresholds;
import org.tamga.matcher.face.evaluation.FaceMethod;
import org.tamga.matcher.face.evaluation.FacePicture;
import org.tamga.matcher.face.evaluation.FaceReport;
import org.tamga.matcher.face.evaluation.FaceSet;
import org.tamga.matcher.face.model.ModelLoading;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel.Images;
import org.tamga.matcher.face.model.PinnedModel.Purpose;
import org.tamga.matcher.face.network.NetworkOpening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accuracy on a folder of portraits. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Error rates on a folder with one folder of pictures a person, or pictures named"
                        + " <person>_<picture>.<ext>: every pair is compared once; intervals are 95 %%,"
                        + " bootstrapped over people.")
final class FaceEvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "pictures of several people")
    private Path folder = Path.of(".");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "embedding network (default: the preferred one of those installed)")
    private @Nullable String model;

    @Option(names = "--texture", description = "the weaker method instead of a network")
    private boolean texture;

    @Option(
            names = "--images",
            paramLabel = "KIND",
            defaultValue = "PHOTOGRAPHS",
            description = "whose shipped thresholds to try: photographs (default) or drawn")
    private Images images = Images.PHOTOGRAPHS;

    @Mixin private ModelFolder models = new ModelFolder();
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        List<FacePicture> pictures = FaceFolder.pictures(folder);
        Optional<FaceEmbedder> embedder = texture ? Optional.empty() : Optional.of(embedder());
        try (FaceDetector detector = FaceDetector.open(models.store())) {
            report(
                    pictures,
                    detector,
                    embedder.map(FaceMethod::of).orElseGet(FaceMethod::texture),
                    embedder.map(this::thresholds).orElse(List.of()));
        } finally {
            embedder.ifPresent(FaceEmbedder::close);
        }
        return 0;
    }

    private void report(
            List<FacePicture> pictures,
            FaceDetector detector,
            FaceMethod method,
            List<FaceThresholds> thresholds) {
        try (Progress progress = new Progress(output.err())) {
            progress.start("describe", pictures.size());
            try (FaceSet set = FaceSet.read(pictures, detector, method, progress::step)) {
                if (set.people() < 2 || set.samples().size() <= set.people()) {
                    throw new CommandFailure(
                            "error rates need two people and two pictures of one, with faces;"
                                    + set.unusable().stream().limit(1).map(" "::concat).toList(),
                            "MC-04");
                }
                FaceReport report = FaceReport.of(method.name(), set, thresholds);
                if (output.json()) {
                    output.document(report);
                } else {
                    print(report);
                }
            }
        }
    }

    private FaceEmbedder embedder() {
        ModelStore store = models.store();
        ModelLoading loading =
                model == null
                        ? store.load(Purpose.EMBEDDING)
                        : store.load(models.named(model, Purpose.EMBEDDING));
        return switch (NetworkOpening.of(loading)) {
            case NetworkOpening.Opened opened -> new FaceEmbedder(opened);
            case NetworkOpening.Refused refused ->
                    throw new CommandFailure(refused.detail(), refused.fault().code());
        };
    }

    private List<FaceThresholds> thresholds(FaceEmbedder embedder) {
        return Stream.of(1000, 100, 10)
                .flatMap(fmr -> FaceThresholds.of(embedder.model(), images, fmr).stream())
                .toList();
    }

    private void print(FaceReport r) {
        output.line(
                "%s: %d people, %d pictures, %d with a face (%s)",
                folder, r.people(), r.pictures(), r.found(), r.method());
        r.unusable().forEach(line -> output.line("  skipped %s", line));
        output.line("%d genuine and %d impostor pairs", r.genuine(), r.impostor());
        output.line(
                "EER %.2f %%  [%.2f–%.2f]",
                100 * r.eer(), 100 * r.eerInterval().low(), 100 * r.eerInterval().high());
        for (FaceReport.Point p : r.points()) {
            output.line(
                    "FNMR at FMR %.2f %%: %.2f %%  [%.2f–%.2f], score %.3f",
                    100 * p.fmr(),
                    100 * p.fnmr(),
                    100 * p.fnmrInterval().low(),
                    100 * p.fnmrInterval().high(),
                    p.threshold());
        }
        for (FaceReport.Shipped s : r.shipped()) {
            output.line(
                    "shipped threshold %.3f (%s): here FMR %.4f %%, FNMR %.2f %%",
                    s.threshold(), s.name(), 100 * s.fmr(), 100 * s.fnmr());
        }
        output.line(
                "1:N among %d: the best candidate is right for %.2f %% of pictures",
                r.people(), 100 * r.rankOne());
    }
}
