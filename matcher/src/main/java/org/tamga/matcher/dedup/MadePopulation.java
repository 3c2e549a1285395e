package org.tamga.matcher.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.TemplateParsing;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.TemplateFormat;
import org.tamga.matcher.evaluation.MadeMinutiae;

/** People that nobody is, with fingers made of real ones' minutiae, to measure with. */
final class MadePopulation {
    private static final int POSITIONS = 10;

    private final List<List<MinutiaeSet>> patterns;
    private final MadeMinutiae made;

    /**
     * @param patterns at least one template with minutiae
     */
    MadePopulation(List<FingerTemplate> patterns, long seed) {
        this.patterns = patterns.stream().map(MadeMinutiae::sets).toList();
        this.made = new MadeMinutiae(seed);
    }

    /** The first impression of each finger is the finger, the others are taken from it. */
    List<Enrolment> people(int subjects, int fingers, int impressions) {
        List<Enrolment> people = new ArrayList<>();
        for (int subject = 0; subject < subjects; subject++) {
            List<FingerImpression> enrolled = new ArrayList<>();
            for (int finger = 0; finger < fingers; finger++) {
                FingerTemplate first = made.strangerTo(patterns);
                for (int i = 0; i < impressions; i++) {
                    enrolled.add(
                            new FingerImpression(
                                    position(finger), i == 0 ? first : impressionOf(first)));
                }
            }
            people.add(new Enrolment(String.format(Locale.ROOT, "s%08d", subject), enrolled));
        }
        return people;
    }

    /** Other impressions of all fingers of somebody, enrolled under another id. */
    Enrolment again(Enrolment enrolment) {
        return new Enrolment(
                "x" + enrolment.subject(),
                enrolment.impressions().stream()
                        .map(
                                impression ->
                                        new FingerImpression(
                                                impression.position(),
                                                impressionOf(impression.template())))
                        .toList());
    }

    private FingerTemplate impressionOf(FingerTemplate finger) {
        List<MinutiaeSet> sets =
                MadeMinutiae.sets(finger).stream()
                        .map(set -> new MinutiaeSet(set.kind(), made.impressionOf(set.minutiae())))
                        .toList();
        try (BiometricBytes bytes = BiometricBytes.owning(TemplateFormat.write(sets))) {
            return switch (FingerTemplate.parse(bytes)) {
                case TemplateParsing.Parsed(FingerTemplate template) -> template;
                case TemplateParsing.Rejected rejected ->
                        throw new IllegalStateException(rejected.code());
            };
        }
    }

    /** Index fingers first, then the middle ones and so on: as registers choose. */
    private static FingerPosition position(int finger) {
        int[] order = {2, 7, 3, 8, 1, 6, 4, 9, 5, 10};
        return FingerPosition.of(order[finger % POSITIONS]).orElse(FingerPosition.UNKNOWN);
    }
}
