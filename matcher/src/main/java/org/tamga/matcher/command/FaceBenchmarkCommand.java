package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceEmbedder;
import org.tamga.matcher.face.FaceFinding;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.Resampling;
import org.tamga.matcher.face.Similarity;
import org.tamga.matcher.face.evaluation.FaceBenchmark;
import org.tamga.matcher.face.liveness.PassiveLiveness;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.model.PinnedModel.Purpose;
import org.tamga.matcher.face.network.NetworkOpening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Time of each step. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description =
                "Time of each step on a picture set into a frame of 640 × 480, and of 1:N among random"
                        + " vectors. For one core start it under taskset.")
final class FaceBenchmarkCommand implements Callable<Integer> {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    @Parameters(paramLabel = "FILE", description = "a picture with one face")
    private Path file = Path.of(".");

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "100",
            description = "times each step runs (default ${DEFAULT-VALUE})")
    private int rounds = 100;

    @Option(
            names = "--subjects",
            paramLabel = "N",
            split = ",",
            defaultValue = "3000",
            description = "gallery sizes (default ${DEFAULT-VALUE})")
    private List<Integer> subjects = List.of();

    @Mixin private ModelFolder models = new ModelFolder();
    @Mixin private Output output = new Output();

    private record Answer(
            int cores, List<FaceBenchmark.Stage> stages, List<FaceBenchmark.Search> searches) {}

    @Override
    public Integer call() {
        if (rounds < 5
                || rounds > 100_000
                || subjects.stream().anyMatch(n -> n < 1 || n > 4_000_000)) {
            throw new CommandFailure(
                    "--rounds must be 5 to 100000 and --subjects 1 to 4000000", "MC-01");
        }
        Answer answer =
                new Answer(Runtime.getRuntime().availableProcessors(), stages(), searches());
        if (output.json()) {
            output.document(answer);
        } else {
            print(answer);
        }
        return 0;
    }

    private List<FaceBenchmark.Stage> stages() {
        ModelStore store = models.store();
        Optional<FaceEmbedder> embedder =
                NetworkOpening.of(store.load(Purpose.EMBEDDING))
                                instanceof NetworkOpening.Opened opened
                        ? Optional.of(new FaceEmbedder(opened))
                        : Optional.empty();
        try (FaceImage picture = FaceFiles.image(file);
                FaceImage frame = frame(picture);
                FaceDetector detector = FaceDetector.open(store);
                PassiveLiveness passive = PassiveLiveness.open(store, 0)) {
            FaceBox face =
                    switch (FaceFinding.in(detector.detect(frame))) {
                        case FaceFinding.One(FaceBox found) -> found;
                        case FaceFinding.Nothing nothing ->
                                throw new CommandFailure(nothing.detail(), nothing.fault().code());
                    };
            return FaceBenchmark.stages(frame, face, detector, embedder, passive, rounds);
        } finally {
            embedder.ifPresent(FaceEmbedder::close);
        }
    }

    private List<FaceBenchmark.Search> searches() {
        ModelStore store = models.store();
        PinnedModel model =
                store.preferred(Purpose.EMBEDDING)
                        .orElseGet(
                                () -> store.catalogue().forPurpose(Purpose.EMBEDDING).getFirst());
        List<FaceBenchmark.Search> searches = new ArrayList<>();
        subjects.forEach(size -> searches.addAll(FaceBenchmark.searches(model, size)));
        return searches;
    }

    /** As large as it goes, in the middle. */
    private static FaceImage frame(FaceImage picture) {
        double scale =
                Math.min((double) WIDTH / picture.width(), (double) HEIGHT / picture.height());
        return Resampling.draw(
                picture,
                new Similarity(
                        scale,
                        0,
                        (WIDTH - scale * picture.width()) / 2,
                        (HEIGHT - scale * picture.height()) / 2),
                WIDTH,
                HEIGHT,
                Resampling.Border.BLACK);
    }

    private void print(Answer answer) {
        output.line("cores: %d", answer.cores());
        output.line("%-22s %12s %10s", "step, medians", "processor ms", "clock ms");
        answer.stages()
                .forEach(
                        s ->
                                output.line(
                                        "%-22s %12.2f %10.2f", s.name(), s.processor(), s.clock()));
        output.line("");
        output.line(
                "%10s %-6s %-22s %9s %12s %10s",
                "subjects", "values", "kernel", "MB", "processor ms", "clock ms");
        answer.searches()
                .forEach(
                        s ->
                                output.line(
                                        "%10d %-6s %-22s %9.1f %12.3f %10.3f",
                                        s.subjects(),
                                        s.precision(),
                                        s.kernel(),
                                        s.vectorBytes() / 1e6,
                                        s.processor(),
                                        s.clock()));
    }
}
