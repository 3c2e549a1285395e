package org.tamga.matcher.face;

/**
 * How a head is held, from five landmarks.
 *
 * <p>Only the roll is measured. Yaw and pitch are estimates that assume an average face: the tip of
 * the nose stands 0.45 eye distances before the eyes, and a frontal nose tip divides the height
 * between eyes and mouth at 0.57 (median of 400 portraits). People differ by some five degrees in
 * both, so the standard's ±5° cannot be told from landmarks.
 *
 * @param noseOffset of the nose tip from the middle between the eyes along their line, in eye
 *     distances; positive towards the left of the person, which is the right of the image
 * @param roll degrees, clockwise positive
 * @param yaw degrees, estimate, sign as {@code noseOffset}
 * @param pitch degrees, estimate, downwards positive
 */
public record FacePose(double noseOffset, double roll, double yaw, double pitch) {
    private static final double NOSE_PROTRUSION = 0.45;
    private static final double FRONTAL_NOSE = 0.57;

    /**
     * @throws IllegalArgumentException when the face is not {@link FaceBox#isUsable() usable}
     */
    public static FacePose of(FaceBox face) {
        if (!face.isUsable()) {
            throw new IllegalArgumentException("the face is not usable");
        }
        FaceBox.Point nose = face.along(face.landmarks().get(2));
        FaceBox.Point right = face.along(face.landmarks().get(3));
        FaceBox.Point left = face.along(face.landmarks().get(4));
        double mouth = Math.max(0.3, (right.y() + left.y()) / 2);
        FaceBox.Point rightEye = face.landmarks().get(0);
        FaceBox.Point leftEye = face.landmarks().get(1);
        return new FacePose(
                nose.x(),
                Math.toDegrees(Math.atan2(leftEye.y() - rightEye.y(), leftEye.x() - rightEye.x())),
                Math.toDegrees(Math.atan(nose.x() / NOSE_PROTRUSION)),
                Math.toDegrees(
                        Math.atan((nose.y() / mouth - FRONTAL_NOSE) * mouth / NOSE_PROTRUSION)));
    }
}
