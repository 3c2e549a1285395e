package org.tamga.matcher.face;

import org.tamga.matcher.face.model.PinnedModel;

/** Draws a part of an image at another place, size and angle. */
public final class Resampling {
    private static final int MOST_SAMPLES = 4;

    private Resampling() {}

    /** What lies outside the image. */
    public enum Border {
        BLACK,
        REFLECTED
    }

    /**
     * @param placement from the image's pixels to those of the result
     * @param width of the result
     * @param height of the result
     */
    public static FaceImage draw(
            FaceImage image, Similarity placement, int width, int height, Border border) {
        Similarity back = placement.inverse();
        // Where the result is smaller, several samples a pixel: otherwise fine texture would alias.
        int samples = Math.clamp(Math.round(back.scale()), 1, MOST_SAMPLES);
        byte[] bgr = new byte[3 * width * height];
        double[] sum = new double[3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i += 3) {
                sum[0] = sum[1] = sum[2] = 0;
                for (int s = 0; s < samples * samples; s++) {
                    int row = s / samples;
                    double u = x + (s % samples + 0.5) / samples - 0.5;
                    double v = y + (row + 0.5) / samples - 0.5;
                    add(
                            image,
                            back.a() * u - back.b() * v + back.dx(),
                            back.b() * u + back.a() * v + back.dy(),
                            border,
                            sum);
                }
                for (int channel = 0; channel < 3; channel++) {
                    bgr[i + channel] = (byte) Math.round(sum[channel] / (samples * samples));
                }
            }
        }
        return FaceImage.owning(width, height, bgr);
    }

    /** The three planes a network takes, in its order and scale. */
    public static float[] planes(FaceImage image, PinnedModel.Input input) {
        int area = image.width() * image.height();
        float[] planes = new float[3 * area];
        boolean rgb = input.colours() == PinnedModel.Colours.RGB;
        float factor = (float) (1 / input.divisor());
        for (int y = 0, pixel = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++, pixel++) {
                planes[pixel] = factor * image.at(x, y, rgb ? 2 : 0);
                planes[area + pixel] = factor * image.at(x, y, 1);
                planes[2 * area + pixel] = factor * image.at(x, y, rgb ? 0 : 2);
            }
        }
        return planes;
    }

    /** Bilinear; one pixel where the place is a pixel's middle. */
    private static void add(FaceImage image, double x, double y, Border border, double[] sum) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double low = y - top;
        add(image, left, top, (1 - right) * (1 - low), border, sum);
        if (right > 0) {
            add(image, left + 1, top, right * (1 - low), border, sum);
        }
        if (low > 0) {
            add(image, left, top + 1, (1 - right) * low, border, sum);
        }
        if (right > 0 && low > 0) {
            add(image, left + 1, top + 1, right * low, border, sum);
        }
    }

    private static void add(
            FaceImage image, int x, int y, double weight, Border border, double[] sum) {
        int px = x;
        int py = y;
        if (px < 0 || py < 0 || px >= image.width() || py >= image.height()) {
            if (border == Border.BLACK) {
                return;
            }
            px = reflected(px, image.width());
            py = reflected(py, image.height());
        }
        sum[0] += weight * image.at(px, py, 0);
        sum[1] += weight * image.at(px, py, 1);
        sum[2] += weight * image.at(px, py, 2);
    }

    private static int reflected(int at, int size) {
        if (size == 1) {
            return 0;
        }
        int period = 2 * (size - 1);
        int phase = Math.floorMod(at, period);
        return phase < size ? phase : period - phase;
    }
}
