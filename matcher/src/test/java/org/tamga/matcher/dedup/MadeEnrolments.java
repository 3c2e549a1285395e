package org.tamga.matcher.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.engine.flat.Minutiae;
import org.tamga.matcher.evaluation.MadeMinutiae;

/** People with two fingers of two impressions each; some are enrolled twice. */
public final class MadeEnrolments {
    private static final int MINUTIAE = 30;
    private final MadeMinutiae made;
    private final List<Person> people = new ArrayList<>();

    private record Person(Minutiae right, Minutiae left) {}

    public MadeEnrolments(long seed, int people) {
        made = new MadeMinutiae(seed);
        for (int i = 0; i < people; i++) {
            this.people.add(new Person(made.scattered(MINUTIAE), made.scattered(MINUTIAE)));
        }
    }

    /** A batch of all of them, in which each of the given ones is once more, as {@code x…}. */
    public static Population batch(long seed, int people, int... twice) {
        MadeEnrolments made = new MadeEnrolments(seed, people);
        List<Enrolment> batch = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            batch.add(made.enrolled("p", person));
        }
        for (int person : twice) {
            batch.add(made.enrolled("x", person));
        }
        return new Population(batch, List.of());
    }

    public Enrolment enrolled(String prefix, int person) {
        return enrolled(prefix, person, FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX);
    }

    /** With the positions that somebody wrote down. */
    public Enrolment enrolled(
            String prefix, int person, FingerPosition right, FingerPosition left) {
        Person fingers = people.get(person);
        return new Enrolment(
                id(prefix, person),
                List.of(
                        impression(right, fingers.right()),
                        impression(right, fingers.right()),
                        impression(left, fingers.left()),
                        impression(left, fingers.left())));
    }

    /** One impression of one finger. */
    Enrolment enrolledOnce(String prefix, int person) {
        return new Enrolment(
                id(prefix, person),
                List.of(impression(FingerPosition.RIGHT_INDEX, people.get(person).right())));
    }

    public static String id(String prefix, int person) {
        return String.format(Locale.ROOT, "%s%04d", prefix, person);
    }

    private FingerImpression impression(FingerPosition position, Minutiae finger) {
        return new FingerImpression(position, MadeMinutiae.template(made.impressionOf(finger)));
    }
}
