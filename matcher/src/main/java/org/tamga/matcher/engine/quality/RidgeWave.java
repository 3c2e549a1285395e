package org.tamga.matcher.engine.quality;

import java.util.Arrays;

/**
 * The grey profile across the ridges of a block, averaged along them (the "x-signature" of Hong,
 * Wan and Jain 1998), and the wave it contains.
 *
 * @param periodMm distance from ridge to ridge
 * @param regularity share of the profile's variance that one wave of that period explains, 0–1
 * @param amplitude half the grey distance between ridge and valley
 * @param ridgeShare share of the profile darker than the middle between its dark and light tenth
 */
record RidgeWave(double periodMm, double regularity, double amplitude, double ridgeShare) {
    static final RidgeWave NONE = new RidgeWave(0, 0, 0, 0);

    private static final int SAMPLES = 32;
    private static final double STEP_MM = 0.0508;
    private static final int LINES = 9;
    private static final double LINE_STEP_MM = 0.1;
    private static final double SHORTEST_PERIOD = 5;
    private static final double PERIOD_STEP = 0.5;
    private static final int PERIODS = 27;
    private static final double[][] COSINES = waves(0);
    private static final double[][] SINES = waves(-Math.PI / 2);

    /**
     * @param direction across the ridges, radians
     */
    static RidgeWave across(GreyField image, double x, double y, double direction) {
        double[] profile = profile(image, x, y, direction);
        double mean = Arrays.stream(profile).average().orElse(0);
        double variance = Arrays.stream(profile).map(v -> (v - mean) * (v - mean)).sum();
        if (variance == 0) {
            return NONE;
        }
        int best = 0;
        double bestPower = 0;
        for (int period = 0; period < PERIODS; period++) {
            double power = power(profile, mean, period);
            if (power > bestPower) {
                bestPower = power;
                best = period;
            }
        }
        return new RidgeWave(
                (SHORTEST_PERIOD + best * PERIOD_STEP) * STEP_MM,
                Math.min(1, bestPower / variance),
                Math.sqrt(2 * bestPower / SAMPLES),
                darkShare(profile));
    }

    private static double[] profile(GreyField image, double x, double y, double direction) {
        double step = STEP_MM * image.pixelsPerMm();
        double lineStep = LINE_STEP_MM * image.pixelsPerMm();
        double dx = Math.cos(direction);
        double dy = Math.sin(direction);
        double[] profile = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double along = (i - (SAMPLES - 1) / 2.0) * step;
            for (int line = 0; line < LINES; line++) {
                double aside = (line - LINES / 2) * lineStep;
                profile[i] +=
                        image.between(x + along * dx - aside * dy, y + along * dy + aside * dx)
                                / LINES;
            }
        }
        return profile;
    }

    /** Sum of squares that a sine of this period takes out of the profile. */
    private static double power(double[] profile, double mean, int period) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < SAMPLES; i++) {
            re += (profile[i] - mean) * COSINES[period][i];
            im += (profile[i] - mean) * SINES[period][i];
        }
        return 2 * (re * re + im * im) / SAMPLES;
    }

    private static double[][] waves(double phase) {
        double[][] waves = new double[PERIODS][SAMPLES];
        for (int period = 0; period < PERIODS; period++) {
            double length = SHORTEST_PERIOD + period * PERIOD_STEP;
            for (int i = 0; i < SAMPLES; i++) {
                waves[period][i] = Math.cos(2 * Math.PI * i / length + phase);
            }
        }
        return waves;
    }

    private static double darkShare(double[] profile) {
        double[] sorted = profile.clone();
        Arrays.sort(sorted);
        double middle = (sorted[SAMPLES / 10] + sorted[SAMPLES - 1 - SAMPLES / 10]) / 2;
        return Arrays.stream(profile).filter(v -> v < middle).count() / (double) SAMPLES;
    }
}
