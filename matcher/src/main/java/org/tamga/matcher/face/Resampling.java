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
        float[] sum = new float[3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i += 3) {
                sum[0] = sum[1] = sum[2] = 0;
                for (int row = 0; row < samples; row++) {
                    double v = y + (row + 0.5) / samples - 0.5;
                    for (int column = 0; column < samples; column++) {
                        double u = x + (column + 0.5) / samples - 0.5;
                        double px = back.a() * u - back.b() * v + back.dx();
                        double py = back.b() * u + back.a() * v + back.dy();
                        if (samples == 1) {
                            between(image, px, py, border, sum);
                        } else {
                            nearest(image, px, py, border, sum);
                        }
                    }
                }
                float share = 1f / (samples * samples);
                bgr[i] = (byte) (sum[0] * share + 0.5f);
                bgr[i + 1] = (byte) (sum[1] * share + 0.5f);
                bgr[i + 2] = (byte) (sum[2] * share + 0.5f);
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
        byte[] bgr = image.bytes();
        for (int channel = 0; channel < 3; channel++) {
            int plane = (rgb ? 2 - channel : channel) * area;
            for (int pixel = 0, at = channel; pixel < area; pixel++, at += 3) {
                planes[plane + pixel] = factor * (bgr[at] & 0xff);
            }
        }
        return planes;
    }

    /** Bilinear. Inside the image without looking at its border, which is nearly everywhere. */
    private static void between(FaceImage image, double x, double y, Border border, float[] sum) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float low = (float) (y - top);
        int width = image.width();
        if (left < 0 || top < 0 || left >= width - 1 || top >= image.height() - 1) {
            add(image, left, top, (1 - right) * (1 - low), border, sum);
            add(image, left + 1, top, right * (1 - low), border, sum);
            add(image, left, top + 1, (1 - right) * low, border, sum);
            add(image, left + 1, top + 1, right * low, border, sum);
            return;
        }
        byte[] bgr = image.bytes();
        int upper = 3 * (top * width + left);
        int lower = upper + 3 * width;
        for (int channel = 0; channel < 3; channel++, upper++, lower++) {
            float above = (bgr[upper] & 0xff) * (1 - right) + (bgr[upper + 3] & 0xff) * right;
            float below = (bgr[lower] & 0xff) * (1 - right) + (bgr[lower + 3] & 0xff) * right;
            sum[channel] += above * (1 - low) + below * low;
        }
    }

    /** Several of them are averaged: between pixels nothing would be gained. */
    private static void nearest(FaceImage image, double x, double y, Border border, float[] sum) {
        int px = (int) Math.floor(x + 0.5);
        int py = (int) Math.floor(y + 0.5);
        int width = image.width();
        if (px < 0 || py < 0 || px >= width || py >= image.height()) {
            add(image, px, py, 1, border, sum);
            return;
        }
        byte[] bgr = image.bytes();
        int at = 3 * (py * width + px);
        sum[0] += bgr[at] & 0xff;
        sum[1] += bgr[at + 1] & 0xff;
        sum[2] += bgr[at + 2] & 0xff;
    }

    private static void add(
            FaceImage image, int x, int y, float weight, Border border, float[] sum) {
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
