package org.tamga.matcher.face;

/** Answers every image with the reason why nothing can be said. */
record UnavailableFaceDetector(FaceDetection.Unavailable answer) implements FaceDetector {
    @Override
    public FaceDetection detect(FaceImage image, int maxSide) {
        return answer;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
