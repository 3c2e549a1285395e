package org.tamga.matcher.face.liveness;

import java.util.List;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.Resampling;
import org.tamga.matcher.face.Similarity;
import org.tamga.matcher.face.model.FaceFault;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.model.PinnedModel.Purpose;
import org.tamga.matcher.face.network.NetworkAnswer;
import org.tamga.matcher.face.network.NetworkOpening;

/**
 * Tells printed and shown pictures from faces by their texture, with an installed network. A sign
 * for a person to look closer; such networks fail on cameras and attacks they were not trained on.
 */
public final class PassiveLiveness implements AutoCloseable {
    private final NetworkOpening opening;
    private final double limit;

    private PassiveLiveness(NetworkOpening opening, double limit) {
        this.opening = opening;
        this.limit = limit;
    }

    /**
     * With the preferred network of a store; without one every answer is unknown.
     *
     * @param limit evidence below it is suspicious; 0 is the network's own middle
     */
    public static PassiveLiveness open(ModelStore store, double limit) {
        return new PassiveLiveness(NetworkOpening.of(store.load(Purpose.LIVENESS)), limit);
    }

    public PassiveAnswer judge(FaceImage image, FaceBox face) {
        return switch (opening) {
            case NetworkOpening.Refused(FaceFault fault, String detail) ->
                    new PassiveAnswer.Unknown(fault, detail);
            case NetworkOpening.Opened opened ->
                    face.isUsable()
                            ? judge(opened, image, face)
                            : new PassiveAnswer.Unknown(
                                    FaceFault.UNUSABLE_FACE,
                                    "the eyes are less than 10 pixels apart");
        };
    }

    @Override
    public void close() {
        if (opening instanceof NetworkOpening.Opened opened) {
            opened.network().close();
        }
    }

    private PassiveAnswer judge(NetworkOpening.Opened opened, FaceImage image, FaceBox face) {
        PinnedModel model = opened.model();
        try (FaceImage crop = crop(model, image, face)) {
            NetworkAnswer answer =
                    opened.network()
                            .run(
                                    Resampling.planes(crop, model.input()),
                                    crop.width(),
                                    crop.height(),
                                    List.of());
            return switch (answer) {
                case NetworkAnswer.Failed(String detail) ->
                        new PassiveAnswer.Unknown(FaceFault.NETWORK_FAILED, detail);
                case NetworkAnswer.Values(List<float[]> outputs) -> evidence(outputs.getFirst());
            };
        }
    }

    private PassiveAnswer evidence(float[] logits) {
        double evidence = (double) logits[0] - logits[1];
        return new PassiveAnswer.Judged(evidence, evidence < limit);
    }

    /** A square around the face's middle, its side that of the longer edge times the crop scale. */
    private static FaceImage crop(PinnedModel model, FaceImage image, FaceBox face) {
        int size = model.input().width();
        double scale = size / (model.cropScale() * Math.max(face.width(), face.height()));
        double middle = (size - 1) / 2.0;
        return Resampling.draw(
                image,
                new Similarity(
                        scale,
                        0,
                        middle - scale * (face.x() + face.width() / 2),
                        middle - scale * (face.y() + face.height() / 2)),
                size,
                size,
                Resampling.Border.REFLECTED);
    }
}
