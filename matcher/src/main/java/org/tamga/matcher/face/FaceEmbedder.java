package org.tamga.matcher.face;

import java.util.List;
import org.tamga.matcher.face.model.FaceFault;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.network.Network;
import org.tamga.matcher.face.network.NetworkAnswer;
import org.tamga.matcher.face.network.NetworkOpening;

/** Turns aligned faces into vectors with the network that is installed. */
public final class FaceEmbedder implements AutoCloseable {
    private final PinnedModel model;
    private final Network network;
    private final List<FaceBox.Point> template;

    /**
     * @param opened a network for embedding, which is closed with this
     */
    public FaceEmbedder(NetworkOpening.Opened opened) {
        this.model = opened.model();
        this.network = opened.network();
        this.template =
                model.landmarks().stream()
                        .map(point -> new FaceBox.Point(point[0], point[1]))
                        .toList();
    }

    public PinnedModel model() {
        return model;
    }

    /** One face of an image. */
    public FaceEmbedding embed(FaceImage image, FaceBox face) {
        if (!face.isUsable()) {
            return new FaceEmbedding.Failed(
                    FaceFault.UNUSABLE_FACE, "the eyes are less than 10 pixels apart");
        }
        try (FaceImage aligned = align(image, face)) {
            return embed(aligned);
        }
    }

    /** The face as the network wants it: its landmarks on the template. */
    public FaceImage align(FaceImage image, FaceBox face) {
        return Resampling.draw(
                image,
                Similarity.fit(face.landmarks(), template),
                model.input().width(),
                model.input().height(),
                Resampling.Border.BLACK);
    }

    FaceEmbedding embed(FaceImage aligned) {
        NetworkAnswer answer =
                network.run(
                        Resampling.planes(aligned, model.input()),
                        aligned.width(),
                        aligned.height(),
                        List.of());
        return switch (answer) {
            case NetworkAnswer.Failed(String detail) ->
                    new FaceEmbedding.Failed(FaceFault.NETWORK_FAILED, detail);
            case NetworkAnswer.Values(List<float[]> outputs) ->
                    FaceVector.of(model, outputs.getFirst())
                            .<FaceEmbedding>map(FaceEmbedding.Embedded::new)
                            .orElseGet(
                                    () ->
                                            new FaceEmbedding.Failed(
                                                    FaceFault.NETWORK_FAILED,
                                                    "the network's answer is no direction"));
        };
    }

    @Override
    public void close() {
        network.close();
    }
}
