package org.tamga.matcher.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What scores mean, measured on impressions of known fingers.
 *
 * @param matcher engine and version the scores come from
 * @param provenance data, command and method, for people
 * @param directed false match rate of a score probe → candidate, as 1:N uses it
 * @param sums the same of the sum over several presented fingers, from two fingers upwards
 * @param symmetric false match rate of the mean of both directions, as 1:1 uses it
 * @param likelihood likelihood ratio of that mean
 */
public record Calibration(
        String matcher,
        List<String> provenance,
        FalseMatchCurve directed,
        List<SumCurve> sums,
        FalseMatchCurve symmetric,
        LikelihoodCurve likelihood) {

    public Calibration {
        provenance = List.copyOf(provenance);
        sums = List.copyOf(sums);
        for (int i = 0; i < sums.size(); i++) {
            if (sums.get(i).fingers() != i + 2) {
                throw new IllegalArgumentException("sums are not of 2, 3, … fingers");
            }
        }
    }

    /** Most fingers whose sum is calibrated. */
    public int mostFingers() {
        return sums.size() + 1;
    }

    /** Of the sum over 1 to {@link #mostFingers()} presented fingers. */
    public FalseMatchCurve ofFingers(int fingers) {
        if (fingers < 1 || fingers > mostFingers()) {
            throw new IllegalArgumentException(
                    "%d fingers are not 1–%d".formatted(fingers, mostFingers()));
        }
        return fingers == 1 ? directed : sums.get(fingers - 2).curve();
    }

    /** The calibration in the jar; its provenance stands in the file. */
    public static Calibration shipped() {
        return Shipped.CALIBRATION;
    }

    /** {@link #shipped()} with every curve at its bounds: what decisions use. */
    public static Calibration shippedBounds() {
        return Shipped.BOUNDS;
    }

    private Calibration atBounds() {
        return new Calibration(
                matcher,
                provenance,
                directed.bound(),
                sums.stream().map(sum -> new SumCurve(sum.fingers(), sum.curve().bound())).toList(),
                symmetric.bound(),
                likelihood);
    }

    private static final class Shipped {
        static final Calibration CALIBRATION = load("/org/tamga/matcher/calibration.json");
        static final Calibration BOUNDS = CALIBRATION.atBounds();

        private static Calibration load(String resource) {
            try (InputStream in = Calibration.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the calibration is missing from the jar");
                }
                return new ObjectMapper().readValue(in, Calibration.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
