package org.tamga.devices.simulator.people;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/**
 * A drawn person, never a photograph: every picture bears the word SPECIMEN. Immutable and
 * thread-safe; a picture takes some tens of milliseconds.
 *
 * <p>Drawn faces are more alike to a face matcher than people are: thresholds found on them mean
 * nothing for a register.
 */
public final class SyntheticFace {
    static final int WIDTH = 480;
    static final int HEIGHT = 640;

    private static final int YOUNGEST = 18;
    private static final int AGES = 78;

    private final long seed;
    private final FaceTraits traits;

    private SyntheticFace(long seed) {
        this.seed = seed;
        Sex sex = (seed & 1) == 0 ? Sex.FEMALE : Sex.MALE;
        int age = YOUNGEST + Math.floorMod((seed >> 1) & 0x7F, AGES);
        this.traits = FaceTraits.draw(seed, sex, age);
    }

    /** Any number is a face; that of a {@link SyntheticPerson} has the person's sex and age. */
    public static SyntheticFace of(long seed) {
        return new SyntheticFace(seed);
    }

    /** Bit 0 of a face's seed is the sex, bits 1 to 7 the years above 18. */
    static long seed(long random, Sex sex, int age) {
        return (random << 8)
                | ((long) Math.clamp(age - YOUNGEST, 0, AGES - 1) << 1)
                | (sex == Sex.MALE ? 1 : 0);
    }

    public Sex sex() {
        return traits.sex();
    }

    /** Apparent age in years, 18 … 95. */
    public int age() {
        return traits.age();
    }

    /**
     * One picture of this face.
     *
     * @param n 0 = the portrait of the register, 1 and up = views of a camera: other pose, light
     *     and mien
     * @return 480 × 640, RGB
     */
    public BufferedImage capture(int n) {
        Dice dice = new Dice(seed, n + 1000L);
        FaceView view = n == 0 ? FaceView.portrait(dice) : FaceView.camera(dice);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            ground(g, view);
            person(g, view);
        } finally {
            g.dispose();
        }
        expose(image, view, dice);
        mark(image);
        return image;
    }

    private static void ground(Graphics2D g, FaceView view) {
        float left = view.light() > 0 ? 0.95f : 0.9f;
        float right = view.light() > 0 ? 0.9f : 0.95f;
        Color from = new Color(left * 0.97f, left * 0.985f, left);
        Color to = new Color(right * 0.97f, right * 0.985f, right);
        g.setPaint(new GradientPaint(0, 0, from, WIDTH, 60, to));
        g.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private void person(Graphics2D g, FaceView view) {
        g.translate(WIDTH / 2.0 + view.shiftX(), 292 + view.shiftY());
        g.rotate(view.roll(), 0, 200);
        g.scale(view.scale() * 1.12, view.scale() * 1.12);
        HeadPainter head = new HeadPainter(traits, view);
        Shape outline = head.outline();
        HairPainter hair = new HairPainter(traits, outline, new Dice(seed, 78));
        hair.behind(g);
        head.body(g);
        if (traits.hairStyle() != FaceTraits.HairStyle.SCARF_DRAPED
                && traits.hairStyle() != FaceTraits.HairStyle.SCARF_TIED_BACK) {
            head.ears(g);
        }
        head.skin(g);
        hair.beard(g);
        new FeaturePainter(traits, view, new Dice(seed, 79)).paint(g);
        hair.over(g);
    }

    /** Brightness, mottled skin and the camera's noise. */
    private static void expose(BufferedImage image, FaceView view, Dice dice) {
        float[] mottling = new SmoothNoise(dice, WIDTH, HEIGHT, 9, 1.6).raster(WIDTH, HEIGHT);
        int[] line = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            image.getRGB(0, y, WIDTH, 1, line, 0, WIDTH);
            for (int x = 0; x < WIDTH; x++) {
                double noise =
                        mottling[y * WIDTH + x]
                                + view.grain() * (dice.unit() + dice.unit() - 1) * 2.4;
                line[x] = lit(line[x], view.gain(), noise);
            }
            image.setRGB(0, y, WIDTH, 1, line, 0, WIDTH);
        }
    }

    private static int lit(int rgb, double gain, double noise) {
        int red = (int) Math.clamp((rgb >> 16 & 0xFF) * gain + noise, 0, 255);
        int green = (int) Math.clamp((rgb >> 8 & 0xFF) * gain + noise, 0, 255);
        int blue = (int) Math.clamp((rgb & 0xFF) * gain + noise, 0, 255);
        return red << 16 | green << 8 | blue;
    }

    private static void mark(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 22));
            g.setColor(new Color(60, 60, 70, 150));
            g.drawString("SPECIMEN", 14, 30);
        } finally {
            g.dispose();
        }
    }

    @Override
    public String toString() {
        return "SyntheticFace[" + traits.sex() + ", " + traits.age() + "]";
    }
}
