package org.tamga.matcher.face;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.tamga.matcher.face.model.FaceFault;
import org.tamga.matcher.face.model.ModelCatalogue;
import org.tamga.matcher.face.model.ModelLoading;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel.Purpose;
import org.tamga.matcher.face.network.NetworkOpening;

/**
 * Finds faces. Without a model there is none, and it says so: no weaker method stands in silently.
 */
public interface FaceDetector extends AutoCloseable {
    /** Longest side that is looked at where nothing else is asked for, pixels. */
    int DEFAULT_SIDE = 640;

    /**
     * Faces of 10 to 300 pixels after scaling to at most {@code maxSide} pixels a side.
     *
     * @param maxSide 64–1920; 320 for a stream of camera frames
     */
    FaceDetection detect(FaceImage image, int maxSide);

    default FaceDetection detect(FaceImage image) {
        return detect(image, DEFAULT_SIDE);
    }

    /** As {@link #detect(FaceImage)} for any colour type. */
    default FaceDetection detect(BufferedImage image) {
        try (FaceImage copy = FaceImage.of(image)) {
            return detect(copy);
        }
    }

    @Override
    void close();

    /** YuNet (Wu, Peng and Yu 2023) from the store, or an unavailable one with the reason. */
    static FaceDetector open(ModelStore store) {
        return open(store.load(Purpose.DETECTION));
    }

    /** The same from a model file. */
    static FaceDetector open(Path model) {
        return open(
                ModelStore.load(
                        ModelCatalogue.shipped().forPurpose(Purpose.DETECTION).getFirst(), model));
    }

    private static FaceDetector open(ModelLoading loading) {
        return switch (NetworkOpening.of(loading)) {
            case NetworkOpening.Opened opened -> new YuNetFaceDetector(opened);
            case NetworkOpening.Refused(FaceFault fault, String detail) ->
                    unavailable(fault, detail);
        };
    }

    /** A detector that only tells why it is none. */
    static FaceDetector unavailable(FaceFault fault, String reason) {
        return new UnavailableFaceDetector(new FaceDetection.Unavailable(fault, reason));
    }
}
