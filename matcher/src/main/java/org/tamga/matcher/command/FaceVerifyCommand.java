package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.face.FaceComparison;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.FaceThresholds;
import org.tamga.matcher.face.FaceVerifier;
import org.tamga.matcher.face.model.PinnedModel.Images;
import org.tamga.matcher.face.model.PinnedModel.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 1:1 of two portraits. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Are two portraits of one person? Exit code 0 accepted, 1 not accepted. Without an"
                        + " embedding network only a weak resemblance is shown, and nothing is accepted.")
final class FaceVerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "presented")
    private Path presented = Path.of(".");

    @Parameters(index = "1", paramLabel = "B", description = "enrolled")
    private Path enrolled = Path.of(".");

    @Mixin private FmrOption fmr = new FmrOption();

    @Option(
            names = "--images",
            paramLabel = "KIND",
            defaultValue = "PHOTOGRAPHS",
            description = "photographs (default), or drawn for drawn people")
    private Images images = Images.PHOTOGRAPHS;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "embedding network (default: the preferred one of those installed)")
    private @Nullable String model;

    @Mixin private ModelFolder folder = new ModelFolder();
    @Mixin private Output output = new Output();

    private record Answer(
            String result,
            String method,
            double score,
            @Nullable Double accept,
            @Nullable Double look) {}

    @Override
    public Integer call() {
        int fmrPerMillion = fmr.perMillion();
        try (FaceVerifier verifier = open(fmrPerMillion);
                FaceImage a = FaceFiles.image(presented);
                FaceImage b = FaceFiles.image(enrolled)) {
            FaceComparison comparison = verifier.compare(a, b);
            if (output.json()) {
                output.document(answer(comparison));
            } else {
                output.line("%s", sentence(comparison));
            }
            return comparison instanceof FaceComparison.Accepted ? 0 : 1;
        }
    }

    private FaceVerifier open(int fmrPerMillion) {
        return model == null
                ? FaceVerifier.open(folder.store(), images, fmrPerMillion)
                : FaceVerifier.open(
                        folder.store(),
                        folder.named(model, Purpose.EMBEDDING),
                        images,
                        fmrPerMillion);
    }

    private Answer answer(FaceComparison comparison) {
        return switch (comparison) {
            case FaceComparison.ByNetwork by ->
                    new Answer(
                            word(by),
                            by.thresholds().model().name(),
                            by.cosine(),
                            by.thresholds().canAccept() ? by.thresholds().accept() : null,
                            by.thresholds().look());
            case FaceComparison.Hint(double resemblance) ->
                    new Answer("hint", "local texture", resemblance, null, null);
            case FaceComparison.Impossible impossible ->
                    throw new CommandFailure(impossible.detail(), impossible.fault().code());
        };
    }

    private static String sentence(FaceComparison comparison) {
        return switch (comparison) {
            case FaceComparison.ByNetwork by -> {
                FaceThresholds t = by.thresholds();
                yield t.canAccept()
                        ? "%s: cosine %.3f, accepted from %.3f, rejected below %.3f (%s)"
                                .formatted(word(by), by.cosine(), t.accept(), t.look(), t.model())
                        : "%s: cosine %.3f; %s was not measured at this error rate and accepts nothing [FC-13]"
                                .formatted(word(by), by.cosine(), t.model());
            }
            case FaceComparison.Hint(double resemblance) ->
                    "hint only, an officer decides: resemblance %.3f (local texture, weak; no embedding network is installed) [FC-01]"
                            .formatted(resemblance);
            case FaceComparison.Impossible impossible ->
                    throw new CommandFailure(impossible.detail(), impossible.fault().code());
        };
    }

    private static String word(FaceComparison.ByNetwork by) {
        return switch (by) {
            case FaceComparison.Accepted accepted -> "accepted";
            case FaceComparison.OfficerLooks looks -> "officer looks";
            case FaceComparison.Rejected rejected -> "rejected";
        };
    }
}
