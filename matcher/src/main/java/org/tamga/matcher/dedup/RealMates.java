package org.tamga.matcher.dedup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;

/**
 * How many second enrolments of real fingers would be found in a large batch: every few fingers of
 * a set make one person, every few impressions of them one enrolment; each is searched in a block
 * of made people that holds an earlier one.
 *
 * @param people made of the fingers
 * @param pairs of enrolments of one person
 * @param missedByStages of them, those that the search did not bring to the full comparison
 *     although their scores are high enough
 * @param missedByScore of them, those whose scores are not high enough
 */
public record RealMates(int people, int pairs, int missedByStages, int missedByScore) {

    /**
     * @param sets for each set its fingers, for each finger its impressions
     * @param made a block of made people
     */
    static RealMates of(
            List<List<List<FingerTemplate>>> sets,
            DedupCost.Plan plan,
            BlockSearch.Settings settings,
            List<Enrolment> made) {
        List<List<Enrolment>> people = people(sets, plan.fingers(), plan.impressions());
        int most = people.stream().mapToInt(List::size).max().orElse(0);
        int pairs = 0;
        int byStages = 0;
        int byScore = 0;
        for (int known = 0; known + 1 < most; known++) {
            Set<String> found = found(people, known, settings, made);
            for (List<Enrolment> person : people) {
                for (int other = known + 1; other < person.size(); other++) {
                    SuspectedPair pair = SuspectedPair.of(person.get(known), person.get(other));
                    pairs++;
                    if (!settings.suspects(pair)) {
                        byScore++;
                    } else if (!found.contains(pair.a() + " " + pair.b())) {
                        byStages++;
                    }
                }
            }
        }
        return new RealMates(people.size(), pairs, byStages, byScore);
    }

    /** What later enrolments find in a block with everybody's enrolment of a number. */
    private static Set<String> found(
            List<List<Enrolment>> people,
            int known,
            BlockSearch.Settings settings,
            List<Enrolment> made) {
        List<Enrolment> first = new ArrayList<>();
        List<Enrolment> later = new ArrayList<>();
        for (List<Enrolment> person : people) {
            if (known + 1 < person.size()) {
                first.add(person.get(known));
                later.addAll(person.subList(known + 1, person.size()));
            }
        }
        List<Enrolment> block = new ArrayList<>(first);
        block.addAll(made.subList(0, Math.max(0, made.size() - first.size())));
        Set<String> found = new HashSet<>();
        new BlockSearch(block, false, settings)
                .search(later, () -> false)
                .forEach(pair -> found.add(pair.a() + " " + pair.b()));
        return found;
    }

    private static List<List<Enrolment>> people(
            List<List<List<FingerTemplate>>> sets, int fingers, int impressions) {
        List<List<Enrolment>> people = new ArrayList<>();
        for (List<List<FingerTemplate>> set : sets) {
            for (int first = 0; first + fingers <= set.size(); first += fingers) {
                people.add(
                        enrolments(
                                people.size(), set.subList(first, first + fingers), impressions));
            }
        }
        return people;
    }

    private static List<Enrolment> enrolments(
            int person, List<List<FingerTemplate>> fingers, int impressions) {
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
            // Before all made ones, the earlier enrolment first.
            enrolments.add(
                    new Enrolment(
                            String.format(Locale.ROOT, "real-%04d-%02d", person, number),
                            enrolled));
        }
        return enrolments;
    }
}
