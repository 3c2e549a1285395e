package org.tamga.matcher.dedup;

import java.util.ArrayList;
import java.util.List;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;

/**
 * How many second enrolments of real fingers have the score that a large batch needs: every few
 * fingers of a set make one person, every few impressions of them one enrolment.
 *
 * @param people made of the fingers
 * @param pairs of enrolments of one person
 * @param missed pairs whose score is not high enough
 */
public record RealMates(int people, int pairs, int missed) {

    /**
     * @param sets for each set its fingers, for each finger its impressions
     * @param fingers of a person
     * @param impressions of a finger in one enrolment
     */
    static RealMates of(
            List<List<List<FingerTemplate>>> sets,
            int fingers,
            int impressions,
            BlockSearch.Settings settings) {
        int people = 0;
        int pairs = 0;
        int missed = 0;
        for (List<List<FingerTemplate>> set : sets) {
            for (int first = 0; first + fingers <= set.size(); first += fingers) {
                List<Enrolment> enrolments =
                        enrolments(set.subList(first, first + fingers), impressions);
                people++;
                for (int a = 0; a < enrolments.size(); a++) {
                    for (int b = a + 1; b < enrolments.size(); b++) {
                        SuspectedPair pair = SuspectedPair.of(enrolments.get(a), enrolments.get(b));
                        pairs++;
                        missed += settings.suspects(pair) ? 0 : 1;
                    }
                }
            }
        }
        return new RealMates(people, pairs, missed);
    }

    private static List<Enrolment> enrolments(List<List<FingerTemplate>> fingers, int impressions) {
        int most = fingers.stream().mapToInt(List::size).min().orElse(0) / impressions;
        List<Enrolment> enrolments = new ArrayList<>();
        for (int number = 0; number < most; number++) {
            List<FingerImpression> enrolled = new ArrayList<>();
            for (int finger = 0; finger < fingers.size(); finger++) {
                FingerPosition position =
                        FingerPosition.of(finger + 1).orElse(FingerPosition.UNKNOWN);
                int from = number * impressions;
                for (FingerTemplate template :
                        fingers.get(finger).subList(from, from + impressions)) {
                    enrolled.add(new FingerImpression(position, template));
                }
            }
            enrolments.add(new Enrolment(Integer.toString(number), enrolled));
        }
        return enrolments;
    }
}
