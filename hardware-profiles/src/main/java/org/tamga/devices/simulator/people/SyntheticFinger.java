package org.tamga.devices.simulator.people;

import org.tamga.devices.ports.FingerImage;

/**
 * A finger that belongs to nobody: its ridges and every impression of it follow from a seed alone.
 * Immutable and thread-safe; growing one takes about a tenth of a second, an impression less: keep
 * the finger while you need impressions of it.
 */
public final class SyntheticFinger {
    private final long seed;
    private final FingerPattern pattern;
    private final RidgePattern skin;

    private SyntheticFinger(long seed) {
        this.seed = seed;
        this.pattern = FingerPattern.draw(new Dice(seed, 1));
        this.skin = RidgePattern.grow(pattern, seed);
    }

    public static SyntheticFinger of(long seed) {
        return new SyntheticFinger(seed);
    }

    public FingerPattern pattern() {
        return pattern;
    }

    /**
     * An impression as the day brings it.
     *
     * @param n 0 = the impression taken at enrolment, 1 and up = those of a polling day
     */
    public FingerImage impression(int n) {
        return impression(n, n == 0 ? ImpressionStyle.ENROLMENT : ImpressionStyle.NORMAL);
    }

    /**
     * An impression in a wanted style.
     *
     * @param n number of the impression: another number is another touch of the same finger
     * @return dark ridges on light ground, 340 × 400 pixels, 500 dpi
     */
    public FingerImage impression(int n, ImpressionStyle style) {
        Dice dice = new Dice(seed, 16L * n + 16 + style.number());
        ImpressionRenderer renderer = new ImpressionRenderer(skin, Touch.draw(style, dice), dice);
        return new FingerImage(
                ImpressionRenderer.WIDTH, ImpressionRenderer.HEIGHT, 500, renderer.draw());
    }

    @Override
    public String toString() {
        return "SyntheticFinger[" + pattern + "]";
    }
}
