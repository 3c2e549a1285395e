package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceEmbedder;
import org.tamga.matcher.face.FaceEmbedding;
import org.tamga.matcher.face.FaceFinding;
import org.tamga.matcher.face.FaceGallery;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.FaceImageFiles;
import org.tamga.matcher.face.FaceImageReading;
import org.tamga.matcher.face.FaceVector;
import org.tamga.matcher.face.evaluation.FacePicture;
import org.tamga.matcher.face.model.PinnedModel.Purpose;
import org.tamga.matcher.face.network.NetworkOpening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 1:N of a portrait among a folder. */
@Command(
        name = "identify",
        mixinStandardHelpOptions = true,
        description =
                "Who in a folder of pictures looks most like this one? Leads for a person to follow, never"
                        + " an identification. Exit code 0 when somebody reaches the network's alert, else"
                        + " 1. The file itself is left out.")
final class FaceIdentifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "presented")
    private Path file = Path.of(".");

    @Parameters(
            index = "1",
            paramLabel = "FOLDER",
            description = "pictures, a folder a person or named <person>_<picture>.<ext>")
    private Path folder = Path.of(".");

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "5",
            description = "candidates to show (default ${DEFAULT-VALUE})")
    private int limit = 5;

    @Mixin private ModelFolder models = new ModelFolder();
    @Mixin private Output output = new Output();

    private record Answer(int pictures, List<FaceGallery.Candidate> leads, List<String> unusable) {}

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new CommandFailure("--limit must be at least 1", "MC-01");
        }
        List<FacePicture> pictures = FaceFolder.pictures(folder);
        try (FaceEmbedder embedder = embedder();
                FaceDetector detector = FaceDetector.open(models.store());
                FaceGallery gallery =
                        new FaceGallery(embedder.model(), FaceGallery.Precision.FLOAT);
                FaceVector probe = probe(detector, embedder)) {
            List<String> unusable = fill(gallery, pictures, detector, embedder);
            Answer answer = new Answer(gallery.size(), gallery.search(probe, limit), unusable);
            if (output.json()) {
                output.document(answer);
            } else {
                print(answer);
            }
            return answer.leads().stream().anyMatch(FaceGallery.Candidate::alert) ? 0 : 1;
        }
    }

    private FaceEmbedder embedder() {
        return switch (NetworkOpening.of(models.store().load(Purpose.EMBEDDING))) {
            case NetworkOpening.Opened opened -> new FaceEmbedder(opened);
            case NetworkOpening.Refused refused ->
                    throw new CommandFailure(refused.detail(), refused.fault().code());
        };
    }

    private FaceVector probe(FaceDetector detector, FaceEmbedder embedder) {
        try (FaceImage image = FaceFiles.image(file)) {
            return switch (embedding(image, detector, embedder)) {
                case FaceEmbedding.Embedded(FaceVector vector) -> vector;
                case FaceEmbedding.Failed failed ->
                        throw new CommandFailure(failed.detail(), failed.fault().code());
            };
        }
    }

    private List<String> fill(
            FaceGallery gallery,
            List<FacePicture> pictures,
            FaceDetector detector,
            FaceEmbedder embedder) {
        List<String> unusable = new ArrayList<>();
        Path own = file.toAbsolutePath().normalize();
        try (Progress progress = new Progress(output.err())) {
            progress.start("describe", pictures.size());
            for (FacePicture picture : pictures) {
                if (!picture.file().toAbsolutePath().normalize().equals(own)) {
                    add(gallery, picture, detector, embedder).ifPresent(unusable::add);
                }
                progress.step();
            }
        }
        return unusable;
    }

    /** A line for a picture without a usable face. */
    private static Optional<String> add(
            FaceGallery gallery,
            FacePicture picture,
            FaceDetector detector,
            FaceEmbedder embedder) {
        return switch (FaceImageFiles.read(picture.file())) {
            case FaceImageReading.Unreadable unreadable ->
                    Optional.of(line(picture, unreadable.detail(), unreadable.fault().code()));
            case FaceImageReading.Read(FaceImage image) -> {
                try (image) {
                    yield add(gallery, picture, embedding(image, detector, embedder));
                }
            }
        };
    }

    private static Optional<String> add(
            FaceGallery gallery, FacePicture picture, FaceEmbedding embedding) {
        return switch (embedding) {
            case FaceEmbedding.Embedded(FaceVector vector) -> {
                try (vector) {
                    gallery.add(picture.person(), vector);
                    yield Optional.empty();
                }
            }
            case FaceEmbedding.Failed failed ->
                    Optional.of(line(picture, failed.detail(), failed.fault().code()));
        };
    }

    private static String line(FacePicture picture, String detail, String code) {
        return "%s: %s [%s]".formatted(picture.file(), detail, code);
    }

    private static FaceEmbedding embedding(
            FaceImage image, FaceDetector detector, FaceEmbedder embedder) {
        return switch (FaceFinding.in(detector.detect(image))) {
            case FaceFinding.One(FaceBox face) -> embedder.embed(image, face);
            case FaceFinding.Nothing nothing ->
                    new FaceEmbedding.Failed(nothing.fault(), nothing.detail());
        };
    }

    private void print(Answer answer) {
        output.line("leads among %d pictures, for a person to follow", answer.pictures());
        for (FaceGallery.Candidate lead : answer.leads()) {
            output.line(
                    "  %-24s cosine %.3f%s",
                    lead.subject(), lead.cosine(), lead.alert() ? "  look here" : "");
        }
        answer.unusable().forEach(line -> output.line("  skipped %s", line));
    }
}
