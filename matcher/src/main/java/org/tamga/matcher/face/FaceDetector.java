package org.tamga.matcher.face;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * Finds faces. Without a model there is none, and it says so: no weaker method stands in silently.
 */
public interface FaceDetector extends AutoCloseable {

    /** Any colour type; faces of 10 to 300 pixels after scaling to at most 640 pixels a side. */
    FaceDetection detect(BufferedImage image);

    @Override
    void close();

    /**
     * YuNet (Wu, Peng and Yu 2023) from the given model file, or an unavailable one with the
     * reason.
     */
    static FaceDetector open(Path model) {
        return YuNetModel.open(model);
    }

    /** A detector that only tells why it is none. */
    static FaceDetector unavailable(FaceFault fault, String reason) {
        return new UnavailableFaceDetector(new FaceDetection.Unavailable(fault, reason));
    }

    /** A detector that only tells why it is none: no model installed. */
    static FaceDetector unavailable(String reason) {
        return unavailable(FaceFault.NO_MODEL, reason);
    }
}
