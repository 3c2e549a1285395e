package org.tamga.matcher.engine.extract;

import java.util.Arrays;

/** Separable low-pass filters over row-major planes; what lies outside the plane is left out. */
final class Smoothing {
    private static final double KERNEL_SIGMAS = 2.5;

    private Smoothing() {}

    /** Mean over a square of side {@code 2 radius + 1}, by running sums. */
    static float[] mean(float[] plane, int width, int height, int radius) {
        float[] rows = rowMeans(plane, width, height, radius);
        float[] out = new float[plane.length];
        float[] sums = new float[width];
        int count = 0;
        for (int y = 0; y < Math.min(radius, height); y++) {
            addScaled(sums, rows, 1, y * width);
            count++;
        }
        for (int y = 0; y < height; y++) {
            if (y + radius < height) {
                addScaled(sums, rows, 1, (y + radius) * width);
                count++;
            }
            if (y > radius) {
                addScaled(sums, rows, -1, (y - radius - 1) * width);
                count--;
            }
            float share = 1f / count;
            for (int x = 0; x < width; x++) {
                out[y * width + x] = sums[x] * share;
            }
        }
        return out;
    }

    private static float[] rowMeans(float[] plane, int width, int height, int radius) {
        float[] out = new float[plane.length];
        float[] shares = new float[2 * radius + 2];
        for (int n = 1; n < shares.length; n++) {
            shares[n] = 1f / n;
        }
        for (int y = 0; y < height; y++) {
            int row = y * width;
            double sum = 0;
            int count = 0;
            for (int x = 0; x < Math.min(radius, width); x++) {
                sum += plane[row + x];
                count++;
            }
            for (int x = 0; x < width; x++) {
                if (x + radius < width) {
                    sum += plane[row + x + radius];
                    count++;
                }
                if (x > radius) {
                    sum -= plane[row + x - radius - 1];
                    count--;
                }
                out[row + x] = (float) sum * shares[count];
            }
        }
        return out;
    }

    /**
     * Gaussian without renormalisation at the edges, where it fades out.
     *
     * @param sigma standard deviation in elements of the plane
     */
    static float[] gaussian(float[] plane, int width, int height, double sigma) {
        float[] kernel = halfKernel(sigma);
        int radius = kernel.length - 1;
        float[] rows = new float[plane.length];
        float[] padded = new float[width + 2 * radius];
        float[] line = new float[width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(plane, y * width, padded, radius, width);
            for (int x = 0; x < width; x++) {
                line[x] = kernel[0] * padded[x + radius];
            }
            for (int k = 1; k <= radius; k++) {
                addScaled(line, padded, kernel[k], radius - k);
                addScaled(line, padded, kernel[k], radius + k);
            }
            System.arraycopy(line, 0, rows, y * width, width);
        }
        float[] out = new float[plane.length];
        for (int y = 0; y < height; y++) {
            Arrays.fill(line, 0);
            for (int k = -radius; k <= radius; k++) {
                if (y + k >= 0 && y + k < height) {
                    addScaled(line, rows, kernel[Math.abs(k)], (y + k) * width);
                }
            }
            System.arraycopy(line, 0, out, y * width, width);
        }
        return out;
    }

    private static float[] halfKernel(double sigma) {
        float[] kernel = new float[(int) Math.ceil(KERNEL_SIGMAS * sigma) + 1];
        double sum = 0;
        for (int k = 0; k < kernel.length; k++) {
            double weight = Math.exp(-k * k / (2 * sigma * sigma));
            kernel[k] = (float) weight;
            sum += k == 0 ? weight : 2 * weight;
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= (float) sum;
        }
        return kernel;
    }

    private static void addScaled(float[] line, float[] source, float weight, int from) {
        for (int x = 0; x < line.length; x++) {
            line[x] += weight * source[from + x];
        }
    }
}
