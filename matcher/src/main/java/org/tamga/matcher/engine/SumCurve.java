package org.tamga.matcher.engine;

/**
 * How often the sum of several fingers' scores reaches a value, when they are compared with as many
 * fingers of another person.
 *
 * @param fingers whose scores are summed, at least 2
 */
public record SumCurve(int fingers, FalseMatchCurve curve) {
    public SumCurve {
        if (fingers < 2) {
            throw new IllegalArgumentException(fingers + " fingers are no sum");
        }
    }
}
