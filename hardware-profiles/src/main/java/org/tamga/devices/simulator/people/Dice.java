package org.tamga.devices.simulator.people;

import java.util.List;

/**
 * A seeded random source whose sequence is ours (SplitMix64, Steele, Lea and Flood 2014), so that a
 * seed means the same person on every Java version. Not thread-safe: one per drawing.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = mix(seed);
    }

    /** An independent source for the same seed and another purpose. */
    Dice(long seed, long purpose) {
        this(mix(seed) + purpose * GOLDEN_GAMMA);
    }

    static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long nextLong() {
        long value = mix(state);
        state += GOLDEN_GAMMA;
        return value;
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [from, to). */
    double between(double from, double to) {
        return from + (to - from) * unit();
    }

    /** Uniform in 0 … bound − 1. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Normal with mean 0 and deviation 1, cut at ±3 so that no drawing leaves its frame. */
    double bell() {
        double radius = Math.sqrt(-2 * Math.log(1 - unit()));
        double value = radius * Math.cos(2 * Math.PI * unit());
        return Math.clamp(value, -3, 3);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
