package org.tamga.matcher.face;

import java.awt.image.BufferedImage;

/** Answers every image with the reason why nothing can be said. */
record UnavailableFaceDetector(FaceDetection.Unavailable answer) implements FaceDetector {
    @Override
    public FaceDetection detect(BufferedImage image) {
        return answer;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
