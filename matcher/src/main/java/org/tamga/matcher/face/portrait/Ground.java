package org.tamga.matcher.face.portrait;

import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceImage;

/**
 * What is beside and above the head, down to the mouth; −1 where there is less than 2 % of the
 * image.
 */
record Ground(double brightness, double spread) {
    private static final double LEAST_SHARE = 0.02;
    private static final int STEP = 2;

    static Ground of(FaceImage image, FaceBox face) {
        double unit = face.eyeDistance();
        double left = face.eyes().x() - 1.7 * unit;
        double right = face.eyes().x() + 1.7 * unit;
        double crown = face.eyes().y() - 2.2 * unit;
        int bottom = (int) Math.min(image.height(), face.eyes().y() + unit);
        long count = 0;
        double sum = 0;
        double squares = 0;
        for (int y = 0; y < bottom; y += STEP) {
            for (int x = 0; x < image.width(); x += STEP) {
                if (y < crown || x < left || x > right) {
                    int value = image.luma(x, y);
                    count++;
                    sum += value;
                    squares += (double) value * value;
                }
            }
        }
        if (count * STEP * STEP < LEAST_SHARE * image.width() * image.height()) {
            return new Ground(-1, -1);
        }
        double mean = sum / count;
        return new Ground(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }
}
