package org.tamga.matcher.dedup;

import java.util.List;
import org.tamga.matcher.FingerImpression;

/**
 * One enrolled subject.
 *
 * @param subject opaque id
 * @param impressions at least one, of any fingers, each with minutiae
 */
public record Enrolment(String subject, List<FingerImpression> impressions) {
    public Enrolment {
        impressions = List.copyOf(impressions);
        if (impressions.isEmpty()) {
            throw new IllegalArgumentException("an enrolment without impressions");
        }
    }

    @Override
    public String toString() {
        return "Enrolment[" + impressions.size() + " impressions]";
    }
}
