package org.tamga.matcher.engine.extract;

/**
 * Grey relative to its surroundings: local mean 0, local deviation about 1, ridges positive (Hong,
 * Wan and Jain 1998, made local).
 *
 * @param values −{@value #LIMIT} to {@value #LIMIT}
 * @param deviation local standard deviation in grey levels
 */
@SuppressWarnings("ArrayRecordComponent") // planes handed from step to step, never compared
record Normalisation(float[] values, float[] deviation) {
    private static final float LIMIT = 2.5f;

    /** Keeps sensor noise from being blown up to ridges, in grey levels. */
    private static final float NOISE_FLOOR = 6;

    static Normalisation of(byte[] pixels, Grid grid, int radius) {
        float[] grey = new float[pixels.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = pixels[i] & 0xff;
        }
        float[] values = Smoothing.mean(grey, grid.width(), grid.height(), radius);
        float[] squares = grey;
        for (int i = 0; i < values.length; i++) {
            values[i] -= grey[i];
            squares[i] = values[i] * values[i];
        }
        float[] deviation = Smoothing.mean(squares, grid.width(), grid.height(), radius);
        for (int i = 0; i < values.length; i++) {
            deviation[i] = (float) Math.sqrt(Math.max(0, deviation[i]));
            float value = values[i] / (deviation[i] + NOISE_FLOOR);
            values[i] = Math.clamp(value, -LIMIT, LIMIT);
        }
        return new Normalisation(values, deviation);
    }
}
