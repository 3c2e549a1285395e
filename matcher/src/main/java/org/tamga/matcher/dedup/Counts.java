package org.tamga.matcher.dedup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;

/**
 * How many comparisons some subjects take part in.
 *
 * @param subjects enrolled
 * @param impressions of all of them
 * @param couples ordered couples of impressions of two different fingers of one subject, where the
 *     positions are known
 */
record Counts(long subjects, long impressions, long couples) {

    static Counts of(List<Enrolment> enrolments) {
        Counts sum = new Counts(0, 0, 0);
        for (Enrolment enrolment : enrolments) {
            sum = sum.plus(of(enrolment));
        }
        return sum;
    }

    static Counts of(Enrolment enrolment) {
        Map<FingerPosition, Integer> ofFinger = new HashMap<>();
        for (FingerImpression impression : enrolment.impressions()) {
            if (impression.position() != FingerPosition.UNKNOWN) {
                ofFinger.merge(impression.position(), 1, Integer::sum);
            }
        }
        long named = ofFinger.values().stream().mapToLong(count -> count).sum();
        long couples = ofFinger.values().stream().mapToLong(count -> count * (named - count)).sum();
        return new Counts(1, enrolment.impressions().size(), couples);
    }

    /** Everybody alike. */
    static Counts of(long subjects, int fingers, int impressions) {
        long each = (long) fingers * impressions;
        return new Counts(subjects, subjects * each, subjects * each * (each - impressions));
    }

    Counts plus(Counts other) {
        return new Counts(
                subjects + other.subjects,
                impressions + other.impressions,
                couples + other.couples);
    }
}
