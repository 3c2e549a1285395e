package org.tamga.matcher;

import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * A drawn ridge pattern for tests: a plane wave whose phase winds once around each of a number of
 * random points, so that every point is a minutia (Larkin and Fletcher 2007).
 */
public final class DrawnFinger {
    public static final int WIDTH = 300;
    public static final int HEIGHT = 360;
    private static final int MINUTIAE = 28;
    private static final double PERIOD = 9;

    private final double[] x = new double[MINUTIAE];
    private final double[] y = new double[MINUTIAE];
    private final double bend;

    public DrawnFinger(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MINUTIAE; i++) {
            x[i] = (random.nextDouble() - 0.5) * 220;
            y[i] = (random.nextDouble() - 0.5) * 280;
        }
        bend = 0.002 + 0.001 * random.nextDouble();
    }

    /** Impression 0 is straight; others are moved, turned and noisy. */
    public GrayImage impression(int n) {
        return impression(n, 110, 0, 150, 185);
    }

    /**
     * @param amplitude grey distance of ridges from the middle
     * @param bias −1 to 1, added to the wave before clipping: positive thins ridges (dry)
     * @param radiusX half axes of the elliptic fingertip, pixels
     */
    public GrayImage impression(
            int n, double amplitude, double bias, double radiusX, double radiusY) {
        Random random = new Random(31L * n + 7);
        double angle = n == 0 ? 0 : Math.toRadians(random.nextDouble() * 16 - 8);
        double dx = n == 0 ? 0 : random.nextDouble() * 24 - 12;
        double dy = n == 0 ? 0 : random.nextDouble() * 24 - 12;
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double u = column - WIDTH / 2.0 - dx;
                double v = row - HEIGHT / 2.0 - dy;
                double px = u * Math.cos(angle) - v * Math.sin(angle);
                double py = u * Math.sin(angle) + v * Math.cos(angle);
                boolean finger = Math.hypot(u / radiusX, v / radiusY) < 1;
                double wave = Math.clamp(3 * (Math.cos(phase(px, py)) + bias), -1.0, 1.0);
                double grey = finger ? 128 + amplitude * wave : 245;
                grey += n == 0 ? 0 : random.nextGaussian() * 6;
                pixels[row * WIDTH + column] = (byte) Math.clamp(Math.round(grey), 0, 255);
            }
        }
        return new GrayImage(WIDTH, HEIGHT, 500, pixels);
    }

    public FingerTemplate template(int n) {
        return FingerTemplate.extract(impression(n));
    }

    public static BufferedImage buffered(GrayImage image) {
        BufferedImage buffered =
                new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
        buffered.getRaster().setDataElements(0, 0, image.width(), image.height(), image.pixels());
        return buffered;
    }

    private double phase(double px, double py) {
        double phase = 2 * Math.PI / PERIOD * (py + bend * px * px);
        for (int i = 0; i < MINUTIAE; i++) {
            phase += (i % 2 == 0 ? 1 : -1) * Math.atan2(py - y[i], px - x[i]);
        }
        return phase;
    }
}
