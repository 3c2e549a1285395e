package org.tamga.matcher.decision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.PresentedFinger;
import org.tamga.matcher.face.FaceComparison;

/**
 * Climbs the ladder of evidence, one step a call. Has no state of its own: what a call returns goes
 * into the next one. Time is told by the caller.
 *
 * <p>A person who is found late is found: the time budget chooses the next step, it never refuses a
 * match. After it only the newest finger counts and earlier ones are dropped, so that a table that
 * was not cleared does not mix two people for long.
 */
public final class IdentityLadder {
    private final LadderPolicy policy;
    private final Supplier<FingerGallery> gallery;

    /**
     * @param gallery the one in use now
     */
    public IdentityLadder(LadderPolicy policy, Supplier<FingerGallery> gallery) {
        this.policy = policy;
        this.gallery = gallery;
    }

    /**
     * A finger was presented: 1:N, or 1:1 when somebody is claimed. Counts with all fingers
     * presented before.
     *
     * @param elapsed since the first presentation of the transaction
     * @param cancelled asked some hundred times a second, from any thread
     * @throws CancellationException when asked to stop; the transaction is then as before
     */
    public Progress finger(
            Transaction before,
            FingerPresentation presentation,
            Duration elapsed,
            BooleanSupplier cancelled) {
        Transaction now = (isLate(elapsed) ? before.withoutFingers() : before).with(presentation);
        List<PresentedFinger> fingers = now.impressions().together();
        if (now.claim().isPresent()) {
            var comparison =
                    new ComparisonWithClaimed(
                            policy, now.claim().get(), elapsed, now.verifications());
            Finding finding = comparison.run(presentation, fingers);
            return judged(now.withVerifications(comparison.verifications()), finding, elapsed);
        }
        var search = new SearchAmongAll(policy, gallery.get(), elapsed, cancelled, now.searches());
        Finding finding = search.run(presentation.quality(), fingers);
        return judged(now.withSearches(search.searches()), finding, elapsed);
    }

    /**
     * An image was too poor to be compared.
     *
     * @param quality 0–100
     */
    public Progress poorImage(Transaction before, int quality, Duration elapsed) {
        Transaction now =
                before.withPoorImage(policy.impressions())
                        .with(StepEvidence.poorImage(quality, elapsed));
        return isLate(elapsed) || now.poor() == 0
                ? afterFinger(now, LadderReason.POOR_IMAGE, elapsed)
                : next(now, LadderStep.SAME_FINGER, LadderReason.POOR_IMAGE);
    }

    /**
     * The face was compared with the portrait of {@link Transaction#faceSubject()}. Decides only
     * with a network at the policy's rate or a stricter one, once a transaction, and only for that
     * subject: fingers came near it. A face never makes up for fingers that are clearly others, nor
     * for fingers that could not be read.
     */
    public Progress face(Transaction before, FaceComparison comparison, Duration elapsed) {
        Optional<String> subject = before.faceSubject();
        boolean counts = policy.facesCount() && !before.faceSeen() && subject.isPresent();
        Transaction now = before.withFaceSeen().with(FaceEvidence.of(comparison, elapsed));
        if (counts && FaceEvidence.accepts(comparison, policy)) {
            LadderReason reason =
                    now.claim().isPresent()
                            ? LadderReason.CLAIM_CONFIRMED_BY_FACE
                            : LadderReason.FINGER_CONFIRMED_BY_FACE;
            return decided(now, subject.get(), reason);
        }
        LadderReason reason =
                comparison instanceof FaceComparison.Rejected
                        ? LadderReason.FACE_UNLIKE
                        : LadderReason.FACE_UNDECIDED;
        return now.claim().isPresent()
                ? atTheEnd(now, reason)
                : next(now, LadderStep.DOCUMENT, reason);
    }

    private Progress judged(Transaction now, Finding finding, Duration elapsed) {
        Transaction noted = now.with(finding.evidence());
        boolean claimed = now.claim().isPresent();
        return switch (finding) {
            case Finding.Found found ->
                    decided(noted, found.subject(), foundBy(claimed, found.fingers() > 1));
            case Finding.Several _ -> next(noted, LadderStep.DOCUMENT, LadderReason.SEVERAL_ALIKE);
            case Finding.Near near -> {
                Transaction with = near.withFace() ? noted.withNear(near.subject()) : noted;
                yield !isLate(elapsed) && with.impressions().ofNewest() < policy.impressions()
                        ? next(with.withSameWanted(), LadderStep.SAME_FINGER, LadderReason.ALMOST)
                        : afterFinger(with, LadderReason.ALMOST, elapsed);
            }
            case Finding.Nothing _ -> afterFinger(noted, missed(noted), elapsed);
        };
    }

    private static LadderReason missed(Transaction now) {
        if (now.isRepeated()) {
            return LadderReason.SAME_AS_BEFORE;
        }
        return now.claim().isPresent() ? LadderReason.NOT_OF_CLAIMED : LadderReason.NOT_FOUND;
    }

    /** This finger gives no more; whatever comes after it on the ladder. */
    private Progress afterFinger(Transaction now, LadderReason reason, Duration elapsed) {
        if (isLate(elapsed)) {
            return late(now);
        }
        if (now.fingersTried() < policy.fingers()) {
            return next(now, LadderStep.NEXT_FINGER, reason);
        }
        if (policy.facesCount() && !now.faceSeen() && now.faceSubject().isPresent()) {
            return next(now, LadderStep.FACE, LadderReason.FACE_CAN_TELL);
        }
        return now.claim().isPresent()
                ? atTheEnd(now, LadderReason.FINGERS_USED_UP)
                : next(now, LadderStep.DOCUMENT, LadderReason.FINGERS_USED_UP);
    }

    private Progress late(Transaction now) {
        return now.claim().isPresent()
                ? atTheEnd(now, LadderReason.TIME_USED_UP)
                : next(now, LadderStep.DOCUMENT, LadderReason.TIME_USED_UP);
    }

    private Progress atTheEnd(Transaction now, LadderReason reason) {
        return policy.commission()
                ? next(now, LadderStep.COMMISSION, reason)
                : new Progress(
                        now, new Decision.Exhausted(LadderReason.NOTHING_LEFT, now.evidence()));
    }

    private boolean isLate(Duration elapsed) {
        return elapsed.compareTo(policy.budget()) > 0;
    }

    private static LadderReason foundBy(boolean claimed, boolean together) {
        if (claimed) {
            return together ? LadderReason.VERIFIED_BY_FINGERS : LadderReason.VERIFIED_BY_FINGER;
        }
        return together ? LadderReason.FOUND_BY_FINGERS : LadderReason.FOUND_BY_FINGER;
    }

    private static Progress decided(Transaction now, String subject, LadderReason reason) {
        return new Progress(now, new Decision.Decided(subject, reason, now.evidence()));
    }

    private static Progress next(Transaction now, LadderStep step, LadderReason reason) {
        return new Progress(now, new Decision.Next(step, reason));
    }
}
