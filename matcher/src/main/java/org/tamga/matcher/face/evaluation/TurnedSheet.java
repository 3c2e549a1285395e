package org.tamga.matcher.face.evaluation;

import java.util.List;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceDetection;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.FacePose;

/**
 * A picture as a flat sheet of paper before the camera, turned about its upright middle: the
 * cheapest answer to the prompt to turn the head. The camera stands three widths away.
 */
final class TurnedSheet {
    private static final double DISTANCE = 3;
    private static final int SIDE = 320;

    private TurnedSheet() {}

    /**
     * How far the nose moves when the sheet is turned, in eye distances; 0 where no face is found
     * in the turned picture.
     */
    static double noseMovement(
            FaceDetector detector, FaceImage picture, FaceBox face, double degrees) {
        try (FaceImage turned = turn(picture, degrees)) {
            return switch (detector.detect(turned, SIDE)) {
                case FaceDetection.Unavailable _ -> 0;
                case FaceDetection.Found(List<FaceBox> faces) ->
                        faces.size() == 1 && faces.getFirst().isUsable()
                                ? FacePose.of(faces.getFirst()).noseOffset()
                                        - FacePose.of(face).noseOffset()
                                : 0;
            };
        }
    }

    private static FaceImage turn(FaceImage picture, double degrees) {
        int width = picture.width();
        int height = picture.height();
        double camera = DISTANCE * width;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        byte[] bgr = new byte[3 * width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double u = (column - width / 2.0) / camera;
                double v = (row - height / 2.0) / camera;
                // Where the ray through this pixel meets the sheet.
                double x = camera * u / (cos - u * sin);
                double y = v * (camera + x * sin);
                int px = (int) Math.round(x + width / 2.0);
                int py = (int) Math.round(y + height / 2.0);
                for (int channel = 0; channel < 3; channel++) {
                    boolean onSheet = px >= 0 && py >= 0 && px < width && py < height;
                    bgr[3 * (row * width + column) + channel] =
                            (byte) (onSheet ? picture.at(px, py, channel) : 128);
                }
            }
        }
        return FaceImage.owning(width, height, bgr);
    }
}
