package org.tamga.matcher.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * One axis of a {@link Plot}.
 *
 * @param label what it measures
 * @param low value at its beginning
 * @param high value at its end
 * @param scale rising transformation of values to an even scale
 * @param ticks by rising value
 */
record Axis(String label, double low, double high, DoubleUnaryOperator scale, List<Tick> ticks) {
    Axis {
        ticks = List.copyOf(ticks);
    }

    /** A value with its text. */
    record Tick(double value, String text) {}

    static Axis linear(String label, double high, double... ticks) {
        return new Axis(label, 0, high, v -> v, numbers(ticks));
    }

    /** Of shares 0–1, ticks in per cent. */
    static Axis share(String label, double high, double... ticks) {
        return new Axis(label, 0, high, v -> v, percents(ticks));
    }

    /** Of shares, evenly by their square roots: small ones are seen beside large ones. */
    static Axis squareRoot(String label, double high, double... ticks) {
        return new Axis(label, 0, high, Math::sqrt, percents(ticks));
    }

    /** Of error rates, evenly by their normal deviates, as DET curves have it. */
    static Axis normalDeviate(String label, double low, double high, double... ticks) {
        return new Axis(label, low, high, Axis::normalDeviate, percents(ticks));
    }

    /** 0 at {@code low}, 1 at {@code high}; values beyond are moved to the edge. */
    double at(double value) {
        double inside = Math.clamp(value, low, high);
        double from = scale.applyAsDouble(low);
        return (scale.applyAsDouble(inside) - from) / (scale.applyAsDouble(high) - from);
    }

    /** Abramowitz and Stegun 26.2.23; error below 4.5e-4, enough for a picture. */
    static double normalDeviate(double rate) {
        if (rate > 0.5) {
            return -normalDeviate(1 - rate);
        }
        double t = Math.sqrt(-2 * Math.log(rate));
        return (2.515517 + t * (0.802853 + t * 0.010328))
                        / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
                - t;
    }

    private static List<Tick> numbers(double... values) {
        return DoubleStream.of(values)
                .mapToObj(v -> new Tick(v, String.format(Locale.ROOT, "%.0f", v)))
                .toList();
    }

    private static List<Tick> percents(double... values) {
        return DoubleStream.of(values).mapToObj(v -> new Tick(v, percent(100 * v))).toList();
    }

    private static String percent(double value) {
        double rounded = Math.rint(value * 1000) / 1000;
        String digits = rounded == Math.rint(rounded) ? "%.0f" : rounded >= 0.1 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, digits, rounded) + " %";
    }
}
