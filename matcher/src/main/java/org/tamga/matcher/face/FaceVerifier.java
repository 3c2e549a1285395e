package org.tamga.matcher.face;

import java.util.Optional;
import org.tamga.matcher.face.model.FaceFault;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.model.PinnedModel.Images;
import org.tamga.matcher.face.model.PinnedModel.Purpose;
import org.tamga.matcher.face.network.NetworkOpening;

/**
 * 1:1 on faces. With an embedding network it accepts, rejects or leaves it to the officer; without
 * one it gives only a {@link FaceComparison.Hint}.
 */
public final class FaceVerifier implements AutoCloseable {
    private final FaceDetector detector;
    private final NetworkOpening opening;
    private final Optional<FaceEmbedder> embedder;
    private final Images images;
    private final int fmrPerMillion;
    private final int officerFmrPerMillion;

    private FaceVerifier(
            FaceDetector detector,
            NetworkOpening opening,
            Images images,
            int fmrPerMillion,
            int officerFmrPerMillion) {
        this.detector = detector;
        this.opening = opening;
        this.images = images;
        this.fmrPerMillion = fmrPerMillion;
        this.officerFmrPerMillion = officerFmrPerMillion;
        this.embedder =
                opening instanceof NetworkOpening.Opened opened
                        ? Optional.of(new FaceEmbedder(opened))
                        : Optional.empty();
    }

    /**
     * With the preferred embedding network of a store.
     *
     * @param images what kind of pictures it will see
     * @param fmrPerMillion accepted impostors per million, of those the network was measured at
     */
    public static FaceVerifier open(ModelStore store, Images images, int fmrPerMillion) {
        return open(store, images, fmrPerMillion, FaceThresholds.LOOK_FMR_PER_MILLION);
    }

    /**
     * The same with an officer's band of one's own.
     *
     * @param officerFmrPerMillion see {@link FaceThresholds#of(PinnedModel, Images, int, int)}
     */
    public static FaceVerifier open(
            ModelStore store, Images images, int fmrPerMillion, int officerFmrPerMillion) {
        return new FaceVerifier(
                FaceDetector.open(store),
                NetworkOpening.of(store.load(Purpose.EMBEDDING)),
                images,
                fmrPerMillion,
                officerFmrPerMillion);
    }

    /** The same with a certain embedding network. */
    public static FaceVerifier open(
            ModelStore store, PinnedModel embedding, Images images, int fmrPerMillion) {
        return new FaceVerifier(
                FaceDetector.open(store),
                NetworkOpening.of(store.load(embedding)),
                images,
                fmrPerMillion,
                FaceThresholds.LOOK_FMR_PER_MILLION);
    }

    /** Why faces are only hinted at, empty when there is a network. */
    public Optional<NetworkOpening.Refused> whyWeaker() {
        return opening instanceof NetworkOpening.Refused refused
                ? Optional.of(refused)
                : Optional.empty();
    }

    /** Are these pictures of one person? */
    public FaceComparison compare(FaceImage presented, FaceImage enrolled) {
        return switch (FaceFinding.in(detector.detect(presented))) {
            case FaceFinding.Nothing(FaceFault fault, String detail) ->
                    new FaceComparison.Impossible(fault, "presented: " + detail);
            case FaceFinding.One(FaceBox face) ->
                    switch (FaceFinding.in(detector.detect(enrolled))) {
                        case FaceFinding.Nothing(FaceFault fault, String detail) ->
                                new FaceComparison.Impossible(fault, "enrolled: " + detail);
                        case FaceFinding.One(FaceBox other) ->
                                compare(presented, face, enrolled, other);
                    };
        };
    }

    /** The same with faces that were found before. */
    public FaceComparison compare(
            FaceImage presented, FaceBox face, FaceImage enrolled, FaceBox other) {
        if (whyWeaker().isPresent() && whyWeaker().get().fault() != FaceFault.NO_MODEL) {
            return new FaceComparison.Impossible(
                    whyWeaker().get().fault(), whyWeaker().get().detail());
        }
        if (embedder.isEmpty()) {
            try (LocalTexture texture = LocalTexture.of(presented, face);
                    LocalTexture candidate = LocalTexture.of(enrolled, other)) {
                return texture.compare(candidate);
            }
        }
        return switch (embedder.get().embed(presented, face)) {
            case FaceEmbedding.Failed(FaceFault fault, String detail) ->
                    new FaceComparison.Impossible(fault, "presented: " + detail);
            case FaceEmbedding.Embedded(FaceVector vector) -> {
                try (vector) {
                    yield switch (embedder.get().embed(enrolled, other)) {
                        case FaceEmbedding.Failed(FaceFault fault, String detail) ->
                                new FaceComparison.Impossible(fault, "enrolled: " + detail);
                        case FaceEmbedding.Embedded(FaceVector candidate) -> {
                            try (candidate) {
                                yield compare(vector, candidate);
                            }
                        }
                    };
                }
            }
        };
    }

    /** The same with vectors that were made before. */
    public FaceComparison compare(FaceVector presented, FaceVector enrolled) {
        if (!presented.model().sha256().equals(enrolled.model().sha256())) {
            return new FaceComparison.Impossible(
                    FaceFault.OTHER_MODEL,
                    "%s against %s".formatted(presented.model(), enrolled.model()));
        }
        return thresholds(presented.model()).judge(presented.cosine(enrolled));
    }

    /**
     * Those of a network; where it was not measured at the wanted rate, the officer always looks.
     */
    public FaceThresholds thresholds(PinnedModel model) {
        return FaceThresholds.of(model, images, fmrPerMillion, officerFmrPerMillion)
                .orElseGet(() -> FaceThresholds.officerOnly(model, images));
    }

    @Override
    public void close() {
        detector.close();
        embedder.ifPresent(FaceEmbedder::close);
    }
}
