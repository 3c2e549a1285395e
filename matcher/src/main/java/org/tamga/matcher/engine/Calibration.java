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
 * @param symmetric false match rate of the mean of both directions, as 1:1 uses it
 * @param likelihood likelihood ratio of that mean
 */
public record Calibration(
        String matcher,
        List<String> provenance,
        FalseMatchCurve directed,
        FalseMatchCurve symmetric,
        LikelihoodCurve likelihood) {

    public Calibration {
        provenance = List.copyOf(provenance);
    }

    /** The calibration in the jar; its provenance stands in the file. */
    public static Calibration shipped() {
        return Shipped.CALIBRATION;
    }

    private static final class Shipped {
        static final Calibration CALIBRATION = load("/org/tamga/matcher/calibration.json");

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
