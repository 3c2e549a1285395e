package org.tamga.matcher.face;

import java.util.Arrays;

/** A block of {@value #SIZE} vectors of a gallery. */
abstract sealed class FaceRows {
    static final int SIZE = 4096;

    final int dimension;

    private FaceRows(int dimension) {
        this.dimension = dimension;
    }

    static FaceRows of(FaceGallery.Precision precision, int dimension) {
        return switch (precision) {
            case FLOAT -> new Floats(dimension);
            case INT8 -> new Bytes(dimension);
        };
    }

    abstract void set(int row, float[] unit);

    abstract void copy(int row, FaceRows from, int fromRow);

    abstract void wipe(int row);

    /** Of the first {@code count} rows. */
    abstract double[] cosines(float[] probe, int count, FaceKernel kernel);

    final void wipe() {
        for (int row = 0; row < SIZE; row++) {
            wipe(row);
        }
    }

    private static final class Floats extends FaceRows {
        private final float[] values;

        Floats(int dimension) {
            super(dimension);
            values = new float[SIZE * dimension];
        }

        @Override
        void set(int row, float[] unit) {
            System.arraycopy(unit, 0, values, row * dimension, dimension);
        }

        @Override
        void copy(int row, FaceRows from, int fromRow) {
            System.arraycopy(
                    ((Floats) from).values,
                    fromRow * dimension,
                    values,
                    row * dimension,
                    dimension);
        }

        @Override
        void wipe(int row) {
            Arrays.fill(values, row * dimension, (row + 1) * dimension, 0);
        }

        @Override
        double[] cosines(float[] probe, int count, FaceKernel kernel) {
            double[] cosines = new double[count];
            kernel.dots(probe, values, count, cosines);
            return cosines;
        }
    }

    /** Each vector as whole numbers up to 127 times a step of its own. */
    private static final class Bytes extends FaceRows {
        private static final int HIGHEST = 127;
        private final byte[] values;
        private final float[] steps = new float[SIZE];

        Bytes(int dimension) {
            super(dimension);
            values = new byte[SIZE * dimension];
        }

        @Override
        void set(int row, float[] unit) {
            steps[row] = quantise(unit, values, row * dimension);
        }

        @Override
        void copy(int row, FaceRows from, int fromRow) {
            Bytes other = (Bytes) from;
            System.arraycopy(other.values, fromRow * dimension, values, row * dimension, dimension);
            steps[row] = other.steps[fromRow];
        }

        @Override
        void wipe(int row) {
            Arrays.fill(values, row * dimension, (row + 1) * dimension, (byte) 0);
            steps[row] = 0;
        }

        @Override
        double[] cosines(float[] probe, int count, FaceKernel kernel) {
            byte[] rounded = new byte[dimension];
            float step = quantise(probe, rounded, 0);
            int[] products = new int[count];
            kernel.dots(rounded, values, count, products);
            double[] cosines = new double[count];
            for (int i = 0; i < count; i++) {
                cosines[i] = (double) products[i] * step * steps[i];
            }
            Arrays.fill(rounded, (byte) 0);
            return cosines;
        }

        private static float quantise(float[] unit, byte[] into, int at) {
            float highest = 0;
            for (float value : unit) {
                highest = Math.max(highest, Math.abs(value));
            }
            float step = highest / HIGHEST;
            for (int j = 0; j < unit.length; j++) {
                into[at + j] = (byte) Math.round(unit[j] / step);
            }
            return step;
        }
    }
}
