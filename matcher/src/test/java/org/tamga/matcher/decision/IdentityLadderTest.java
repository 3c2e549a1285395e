package org.tamga.matcher.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.DrawnFinger;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.PresentedFinger;
import org.tamga.matcher.Probe;
import org.tamga.matcher.Threshold;
import org.tamga.matcher.decision.StepEvidence.Method;
import org.tamga.matcher.face.FaceComparison;
import org.tamga.matcher.face.FaceThresholds;
import org.tamga.matcher.face.model.ModelCatalogue;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.model.PinnedModel.Images;
import org.tamga.matcher.face.model.PinnedModel.Purpose;

@DisplayName("The ladder of evidence")
class IdentityLadderTest {
    private static final Duration AT_ONCE = Duration.ofMillis(700);
    private static final Duration LATE = Duration.ofSeconds(91);
    private static final int SUBJECTS = 6;
    private static final List<FingerTemplate> ENROLLED =
            IntStream.range(0, 2 * SUBJECTS).mapToObj(i -> new DrawnFinger(i).template(0)).toList();
    private static final LadderPolicy POLICY =
            new LadderPolicy(100, 100, 2, 3, Duration.ofSeconds(90), 0, true);
    private static final LadderPolicy WITH_FACES =
            new LadderPolicy(100, 100, 2, 3, Duration.ofSeconds(90), 1000, true);
    private static final FingerGallery GALLERY = gallery();

    /** Drawn fingers are more alike than real ones; these two are like nobody's. */
    private static final int[] STRANGERS =
            IntStream.iterate(90, i -> i + 1)
                    .filter(i -> GALLERY.best(good(i).probe(), 1).getFirst().score() < 8)
                    .limit(2)
                    .toArray();

    private final IdentityLadder ladder = new IdentityLadder(POLICY, () -> GALLERY);
    private final IdentityLadder withFaces = new IdentityLadder(WITH_FACES, () -> GALLERY);

    @Test
    @DisplayName("ends at once for a good finger, and says what it rests on")
    void first_finger() {
        Progress progress = present(ladder, Transaction.begin(), good(4));
        Decision.Decided decided = decided(progress, "person-2", "ID-01");
        StepEvidence step = decided.evidence().getFirst();
        assertEquals(Method.FINGER_1N, step.method());
        assertTrue(step.scoreMilli() >= step.thresholdMilli());
        assertTrue(step.pairedMinutiae() > 5 && step.pairedMinutiae() <= step.minutiae());
        assertTrue(step.falseMatchRate() > 0 && step.falseMatchRate() < 1e-4);
        assertEquals(Duration.ofSeconds(1), step.elapsed(), "half seconds say nothing of a person");
    }

    @Test
    @DisplayName("leads a stranger over two fingers and the document to the commission")
    void stranger() {
        Progress first = present(ladder, Transaction.begin(), stranger(0));
        next(first, LadderStep.NEXT_FINGER, "ID-13");
        Progress second = present(ladder, first.transaction(), stranger(1));
        next(second, LadderStep.DOCUMENT, "ID-17");
        Transaction claiming = second.transaction().claiming(claim(1));
        Progress third = present(ladder, claiming, stranger(0));
        next(third, LadderStep.NEXT_FINGER, "ID-14");
        Progress fourth = present(ladder, third.transaction(), stranger(1));
        next(fourth, LadderStep.COMMISSION, "ID-17");
        assertEquals(4, fourth.transaction().evidence().size());
    }

    @Test
    @DisplayName("is exhausted where the commission may not decide")
    void exhausted() {
        LadderPolicy strict = new LadderPolicy(100, 100, 1, 3, Duration.ofSeconds(90), 0, false);
        Progress end =
                present(
                        new IdentityLadder(strict, () -> GALLERY),
                        Transaction.begin().claiming(claim(1)),
                        stranger(0));
        Decision.Exhausted nothing = assertInstanceOf(Decision.Exhausted.class, end.decision());
        assertEquals("ID-31", nothing.reason().code());
        assertEquals(1, nothing.evidence().size());
    }

    @Test
    @DisplayName("adds up two weak fingers of which neither would do")
    void together() {
        LadderPolicy strict = new LadderPolicy(1, 1, 3, 1, Duration.ofSeconds(90), 0, true);
        double alone = Threshold.identification(1, GALLERY.templates()).forComparisons(2).score();
        IdentityLadder careful = new IdentityLadder(strict, () -> GALLERY);
        Progress first = present(careful, Transaction.begin(), weak(4, alone));
        assertInstanceOf(Decision.Next.class, first.decision());
        Progress second = present(careful, first.transaction(), weak(5, alone));
        Decision.Decided decided = decided(second, "person-2", "ID-02");
        assertEquals(2, decided.evidence().getLast().fingers());
        Progress late = careful.finger(first.transaction(), weak(5, alone), LATE, () -> false);
        assertFalse(late.decision() instanceof Decision.Decided, "somebody else may stand there");
        assertEquals(1, late.transaction().impressions().all().size(), "and the first is dropped");
    }

    @Test
    @DisplayName("asks more of a sum where somebody has many templates")
    void many_templates() {
        FingerGallery.Builder builder = FingerGallery.builder();
        for (int i = 0; i < 8; i++) {
            builder.add("busy", 0, ENROLLED.get(i));
        }
        FingerGallery gallery = builder.build();
        List<PresentedFinger> two =
                List.of(
                        new PresentedFinger(0, stranger(0).probe()),
                        new PresentedFinger(0, stranger(1).probe()));
        Finding.Nothing found =
                assertInstanceOf(
                        Finding.Nothing.class,
                        new SearchAmongAll(POLICY, gallery, AT_ONCE, () -> false, 0).run(60, two));
        assertEquals(2, found.evidence().fingers());
        double needed = gallery.threshold(100, 2).forComparisons(2).score();
        assertEquals(needed, found.evidence().thresholdMilli() / 1000.0, 0.001);
    }

    @Test
    @DisplayName("never counts one finger twice, whatever it was asked for")
    void same_finger() {
        Progress first = present(ladder, Transaction.begin(), stranger(0));
        Progress again = present(ladder, first.transaction(), stranger(0, 2));
        assertEquals(1, again.transaction().impressions().together().size());
        assertEquals(2, again.transaction().impressions().ofNewest());
        assertEquals(1, again.transaction().fingersTried());
        next(again, LadderStep.NEXT_FINGER, "ID-21");
    }

    @Test
    @DisplayName("adds up four fingers at most")
    void four_fingers() {
        Transaction transaction = Transaction.begin();
        for (int finger = 100; finger < 106; finger++) {
            transaction = transaction.with(good(finger));
        }
        assertEquals(4, transaction.impressions().together().size());
    }

    @Test
    @DisplayName("finds a good finger after one that is not enrolled")
    void second_alone() {
        Progress first = present(ladder, Transaction.begin(), stranger(0));
        Progress second = present(ladder, first.transaction(), good(7));
        Decision.Decided decided = assertInstanceOf(Decision.Decided.class, second.decision());
        assertEquals("person-3", decided.subject());
    }

    @Test
    @DisplayName("compares a claimed person 1:1, and a named finger with that finger only")
    void claimed() {
        Transaction claiming = Transaction.begin().claiming(claim(2));
        decided(present(ladder, claiming, good(5)), "person-2", "ID-03");
        decided(
                present(ladder, claiming, finger(5, 1, FingerPosition.LEFT_INDEX)),
                "person-2",
                "ID-03");
        Progress wrong = present(ladder, claiming, finger(5, 1, FingerPosition.RIGHT_INDEX));
        next(wrong, LadderStep.NEXT_FINGER, "ID-14");
    }

    @Test
    @DisplayName("does not take a voter for somebody else who is claimed")
    void impostor() {
        Transaction claiming = Transaction.begin().claiming(claim(1));
        next(present(ladder, claiming, good(4)), LadderStep.NEXT_FINGER, "ID-14");
    }

    @Test
    @DisplayName("asks for the document when two subjects have the finger")
    void several() {
        FingerGallery doubled = gallery();
        doubled.add("double", 2, ENROLLED.get(4));
        Progress progress =
                present(new IdentityLadder(POLICY, () -> doubled), Transaction.begin(), good(4));
        next(progress, LadderStep.DOCUMENT, "ID-15");
    }

    @Test
    @DisplayName("asks for the same finger while images are poor, then for the next one")
    void poor() {
        Progress first = ladder.poorImage(Transaction.begin(), 11, AT_ONCE);
        next(first, LadderStep.SAME_FINGER, "ID-11");
        Progress second = ladder.poorImage(first.transaction(), 12, AT_ONCE);
        next(second, LadderStep.SAME_FINGER, "ID-11");
        Progress third = ladder.poorImage(second.transaction(), 13, AT_ONCE);
        next(third, LadderStep.NEXT_FINGER, "ID-11");
        assertEquals(
                List.of(11, 12, 13),
                third.transaction().evidence().stream().map(StepEvidence::quality).toList());
        decided(present(ladder, third.transaction(), good(4)), "person-2", "ID-01");
    }

    @Test
    @DisplayName("goes to the document when the time is up, and still takes a late match")
    void late() {
        Progress slow = ladder.finger(Transaction.begin(), stranger(0), LATE, () -> false);
        next(slow, LadderStep.DOCUMENT, "ID-18");
        Progress found = ladder.finger(slow.transaction(), good(4), LATE, () -> false);
        decided(found, "person-2", "ID-01");
        Progress claimed =
                ladder.finger(
                        slow.transaction().claiming(claim(0)), stranger(1), LATE, () -> false);
        next(claimed, LadderStep.COMMISSION, "ID-18");
        next(ladder.poorImage(slow.transaction(), 5, LATE), LadderStep.DOCUMENT, "ID-18");
    }

    @Test
    @DisplayName("leaves the transaction as it was when a search is cancelled")
    void cancelled() {
        Transaction before = Transaction.begin();
        assertThrows(
                CancellationException.class,
                () -> ladder.finger(before, good(4), AT_ONCE, () -> true));
        assertTrue(before.evidence().isEmpty());
    }

    @Test
    @DisplayName("lets a face confirm whom a document names and a finger nearly was")
    void face_of_claimed() {
        Progress finger = nearlyTheClaimed();
        next(finger, LadderStep.FACE, "ID-16");
        assertEquals("person-2", finger.transaction().faceSubject().orElseThrow());
        Progress seen = withFaces.face(finger.transaction(), accepted(1000), AT_ONCE);
        Decision.Decided decided = decided(seen, "person-2", "ID-06");
        assertEquals(Method.FACE_1_1, decided.evidence().getLast().method());
    }

    @Test
    @DisplayName("lets no face decide for a claim whose fingers are clearly another's")
    void face_against_fingers() {
        Progress first = present(withFaces, Transaction.begin().claiming(claim(1)), stranger(0));
        Progress fingers = present(withFaces, first.transaction(), stranger(1));
        next(fingers, LadderStep.COMMISSION, "ID-17");
        assertTrue(fingers.transaction().faceSubject().isEmpty());
        undecided(fingers.transaction(), accepted(1000));
    }

    @Test
    @DisplayName("lets no face decide for fingers that nobody could read")
    void face_without_fingers() {
        Progress claimed = sixPoorImages(Transaction.begin().claiming(claim(1)));
        next(claimed, LadderStep.COMMISSION, "ID-17");
        undecided(claimed.transaction(), accepted(1000));
        next(sixPoorImages(Transaction.begin()), LadderStep.DOCUMENT, "ID-17");
    }

    @Test
    @DisplayName("lets a finger near one person say nothing for the face of another")
    void face_of_another() {
        Transaction near = nearlyTheClaimed().transaction();
        assertTrue(near.claiming(claim(1)).faceSubject().isEmpty());
        assertTrue(near.claimingNobody().faceSubject().isEmpty(), "1:1 asks for less than 1:N");
        undecided(near.claiming(claim(1)), accepted(1000));
    }

    private Progress sixPoorImages(Transaction transaction) {
        Progress progress = withFaces.poorImage(transaction, 5, AT_ONCE);
        for (int image = 2; image <= 6; image++) {
            progress = withFaces.poorImage(progress.transaction(), 5, AT_ONCE);
        }
        return progress;
    }

    @Test
    @DisplayName("lets a face confirm a finger that lacks little")
    void face_of_nearly_found() {
        double needed =
                Threshold.identification(100, GALLERY.templates()).forComparisons(4).score();
        Progress near = present(withFaces, Transaction.begin(), weak(4, needed));
        next(near, LadderStep.SAME_FINGER, "ID-12");
        assertFalse(near.transaction().with(good(4)).isRepeated(), "it was asked for");
        assertEquals("person-2", near.transaction().faceSubject().orElseThrow());
        decided(withFaces.face(near.transaction(), accepted(1000), AT_ONCE), "person-2", "ID-05");
        next(withFaces.face(near.transaction(), rejected(), AT_ONCE), LadderStep.DOCUMENT, "ID-20");
    }

    @Test
    @DisplayName("never decides by a face alone, twice, at a weaker rate, or without a network")
    void faces_that_do_not_decide() {
        next(
                withFaces.face(Transaction.begin(), accepted(1000), AT_ONCE),
                LadderStep.DOCUMENT,
                "ID-19");
        undecided(Transaction.begin().claiming(claim(1)), accepted(1000));
        Transaction fingers = nearlyTheClaimed().transaction();
        undecided(fingers, accepted(10_000));
        undecided(fingers, new FaceComparison.Hint(1));
        undecided(fingers, looks());
        Transaction seen = withFaces.face(fingers, looks(), AT_ONCE).transaction();
        undecided(seen, accepted(1000));
        next(withFaces.face(fingers, rejected(), AT_ONCE), LadderStep.COMMISSION, "ID-20");
        Progress off = ladder.face(fingers, accepted(1000), AT_ONCE);
        assertFalse(off.decision() instanceof Decision.Decided, "the policy has no faces");
    }

    @Test
    @DisplayName("asks for no face where none can be compared")
    void no_faces() {
        assertFalse(WITH_FACES.withoutFaces().facesCount());
        Progress first = present(ladder, Transaction.begin().claiming(claim(1)), stranger(0));
        next(present(ladder, first.transaction(), stranger(1)), LadderStep.COMMISSION, "ID-17");
    }

    @Test
    @DisplayName("lets no stranger in, however many fingers are tried")
    void strangers() {
        for (int stranger = 0; stranger < 12; stranger++) {
            Transaction transaction = Transaction.begin();
            for (int finger = 0; finger < 4; finger++) {
                Progress progress =
                        present(withFaces, transaction, good(100 + 4 * stranger + finger));
                assertInstanceOf(Decision.Next.class, progress.decision());
                transaction = progress.transaction();
            }
        }
    }

    @Test
    @DisplayName("spends less than the target over any number of comparisons")
    void spending() {
        double sum =
                IntStream.rangeClosed(1, 40_000)
                        .mapToDouble(n -> 1.0 / Spending.divisor(n, 1))
                        .sum();
        assertTrue(sum < 1 && sum > 0.9999, "sum " + sum);
        assertEquals(2, Spending.divisor(1, 1));
        assertEquals(4, Spending.divisor(1, 2));
    }

    @Test
    @DisplayName("asks more of the second search and of the second comparison than of the first")
    void spent() {
        Progress first = present(ladder, Transaction.begin(), stranger(0));
        Progress second = present(ladder, first.transaction(), stranger(0, 2));
        assertSpent(second.transaction());

        Progress claimed = present(ladder, Transaction.begin().claiming(claim(1)), stranger(0));
        Progress other = present(ladder, claimed.transaction().claiming(claim(2)), stranger(0, 2));
        assertSpent(other.transaction());
        Progress withoutFingers =
                present(ladder, first.transaction().withoutFingers(), stranger(0, 2));
        assertSpent(withoutFingers.transaction());
    }

    /** Of the target the first comparison gets 1/2, the second 1/6. */
    private static void assertSpent(Transaction transaction) {
        StepEvidence first = transaction.evidence().getFirst();
        StepEvidence second = transaction.evidence().getLast();
        assertEquals(1, second.fingers());
        assertTrue(second.thresholdMilli() > first.thresholdMilli());
        assertEquals(3, first.falseMatchRate() / second.falseMatchRate(), 1e-9);
    }

    @Test
    @DisplayName("explains a named finger by that finger only")
    void explained_by_named() {
        Transaction claiming = Transaction.begin().claiming(claim(2));
        Progress named = present(ladder, claiming, finger(5, 1, FingerPosition.RIGHT_INDEX));
        Progress any = present(ladder, claiming, good(5));
        assertTrue(
                named.transaction().evidence().getLast().pairedMinutiae()
                        < any.transaction().evidence().getLast().pairedMinutiae());
    }

    @Test
    @DisplayName("works with a gallery of nobody and a claimed person without fingers")
    void nobody() {
        FingerGallery empty = FingerGallery.builder().build();
        IdentityLadder alone = new IdentityLadder(POLICY, () -> empty);
        next(present(alone, Transaction.begin(), good(4)), LadderStep.NEXT_FINGER, "ID-13");
        Transaction claiming = Transaction.begin().claiming(new Claim("x", List.of()));
        Progress first = present(alone, claiming, good(4));
        next(first, LadderStep.NEXT_FINGER, "ID-14");
        next(present(alone, first.transaction(), good(5)), LadderStep.COMMISSION, "ID-17");
    }

    private void undecided(Transaction transaction, FaceComparison comparison) {
        next(withFaces.face(transaction, comparison, AT_ONCE), LadderStep.COMMISSION, "ID-19");
    }

    /**
     * One finger is all the policy asks for, and it lacks so little that a face makes up for it.
     */
    private static Progress nearlyTheClaimed() {
        LadderPolicy policy = new LadderPolicy(100, 100, 1, 1, Duration.ofSeconds(90), 1000, true);
        IdentityLadder one = new IdentityLadder(policy, () -> GALLERY);
        for (int radius = 90; radius > 30; radius--) {
            var image = new DrawnFinger(4).impression(1, 110, 0, radius, 1.2 * radius);
            Probe probe = Probe.of(FingerTemplate.extract(image));
            Progress progress =
                    present(
                            one,
                            Transaction.begin().claiming(claim(2)),
                            new FingerPresentation(FingerPosition.UNKNOWN, probe, 40));
            if (progress.transaction().faceSubject().isPresent()) {
                return progress;
            }
        }
        throw new AssertionError("no part of the finger comes near");
    }

    private static Progress present(
            IdentityLadder ladder, Transaction transaction, FingerPresentation finger) {
        return ladder.finger(transaction, finger, AT_ONCE, () -> false);
    }

    private static Decision.Decided decided(Progress progress, String subject, String code) {
        Decision.Decided decided =
                assertInstanceOf(
                        Decision.Decided.class,
                        progress.decision(),
                        () -> progress.decision() + " " + progress.transaction().evidence());
        assertEquals(subject, decided.subject());
        assertEquals(code, decided.reason().code());
        return decided;
    }

    private static void next(Progress progress, LadderStep step, String code) {
        Decision.Next next =
                assertInstanceOf(
                        Decision.Next.class,
                        progress.decision(),
                        () -> progress.decision() + " " + progress.transaction().evidence());
        assertEquals(step, next.step());
        assertEquals(code, next.reason().code());
    }

    private static FingerGallery gallery() {
        FingerGallery.Builder builder = FingerGallery.builder();
        for (int i = 0; i < ENROLLED.size(); i++) {
            builder.add("person-" + i / 2, i % 2 == 0 ? 2 : 7, ENROLLED.get(i));
        }
        return builder.build();
    }

    private static Claim claim(int person) {
        return new Claim(
                "person-" + person,
                List.of(
                        new FingerImpression(FingerPosition.RIGHT_INDEX, ENROLLED.get(2 * person)),
                        new FingerImpression(
                                FingerPosition.LEFT_INDEX, ENROLLED.get(2 * person + 1))));
    }

    private static FingerPresentation good(int finger) {
        return finger(finger, 1, FingerPosition.UNKNOWN);
    }

    private static FingerPresentation stranger(int which) {
        return good(STRANGERS[which]);
    }

    private static FingerPresentation stranger(int which, int n) {
        return finger(STRANGERS[which], n, FingerPosition.UNKNOWN);
    }

    private static FingerPresentation finger(int finger, int n, FingerPosition position) {
        return new FingerPresentation(position, Probe.of(new DrawnFinger(finger).template(n)), 80);
    }

    /** The largest part of the finger that does not reach a score. */
    private static FingerPresentation weak(int finger, double below) {
        for (int radius = 90; radius > 30; radius--) {
            var image = new DrawnFinger(finger).impression(1, 110, 0, radius, 1.2 * radius);
            Probe probe = Probe.of(FingerTemplate.extract(image));
            if (probe.score(ENROLLED.get(finger)) < below) {
                return new FingerPresentation(FingerPosition.UNKNOWN, probe, 40);
            }
        }
        throw new AssertionError("no part of finger " + finger + " is weak");
    }

    private static FaceComparison accepted(int fmrPerMillion) {
        return new FaceComparison.Accepted(0.7, thresholds(fmrPerMillion));
    }

    private static FaceComparison rejected() {
        return new FaceComparison.Rejected(0.1, thresholds(1000));
    }

    private static FaceComparison looks() {
        return new FaceComparison.OfficerLooks(0.34, thresholds(1000));
    }

    private static FaceThresholds thresholds(int fmrPerMillion) {
        PinnedModel network = ModelCatalogue.shipped().forPurpose(Purpose.EMBEDDING).getFirst();
        return new FaceThresholds(network, Images.PHOTOGRAPHS, fmrPerMillion, 0.5, 0.3);
    }
}
