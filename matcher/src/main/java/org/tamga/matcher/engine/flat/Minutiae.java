package org.tamga.matcher.engine.flat;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Minutiae of one impression as parallel arrays, in the order in which the algorithm visits them.
 * The arrays are not copied: whoever makes one gives them away.
 */
public final class Minutiae {
    /** Indices must fit an unsigned byte. */
    public static final int MAX = 255;

    private static final int PRIME = 1_610_612_741;

    final short[] x;
    final short[] y;
    final float[] direction;
    final byte[] type;
    private final int width;
    private final int height;

    /**
     * @param width of the impression, pixels at 500 dpi
     * @param height of the impression
     * @param x pixels from the left
     * @param y pixels from the top
     * @param direction radians in [0, 2π)
     * @param type {@code 'E'} ending or {@code 'B'} bifurcation
     */
    public Minutiae(int width, int height, short[] x, short[] y, float[] direction, byte[] type) {
        if (x.length > MAX
                || y.length != x.length
                || direction.length != x.length
                || type.length != x.length) {
            throw new IllegalArgumentException("minutiae arrays of " + x.length + " do not fit");
        }
        this.width = width;
        this.height = height;
        this.x = x;
        this.y = y;
        this.direction = direction;
        this.type = type;
    }

    /**
     * The same minutiae in the order in which SourceAFIS visits them, which looks random and
     * depends on nothing but the minutiae.
     */
    public Minutiae ordered() {
        int[] order =
                IntStream.range(0, count())
                        .boxed()
                        .sorted(
                                Comparator.comparingInt(this::place)
                                        .thenComparing(i -> x[i])
                                        .thenComparing(i -> y[i])
                                        .thenComparing(i -> direction[i])
                                        .thenComparing(i -> -type[i]))
                        .mapToInt(i -> i)
                        .toArray();
        Minutiae ordered =
                new Minutiae(
                        width,
                        height,
                        new short[order.length],
                        new short[order.length],
                        new float[order.length],
                        new byte[order.length]);
        for (int i = 0; i < order.length; i++) {
            ordered.x[i] = x[order[i]];
            ordered.y[i] = y[order[i]];
            ordered.direction[i] = direction[order[i]];
            ordered.type[i] = type[order[i]];
        }
        return ordered;
    }

    private int place(int i) {
        return (x[i] * PRIME + y[i]) * PRIME;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int count() {
        return x.length;
    }

    public int x(int i) {
        return x[i];
    }

    public int y(int i) {
        return y[i];
    }

    /** Radians in [0, 2π). */
    public float direction(int i) {
        return direction[i];
    }

    public byte type(int i) {
        return type[i];
    }
}
