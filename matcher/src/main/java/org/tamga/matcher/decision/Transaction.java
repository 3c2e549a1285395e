package org.tamga.matcher.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One person at the table: everything presented so far that counts (a transaction in the sense of
 * ISO/IEC 19795-1). Immutable. Holds probes: drop it when the person leaves.
 */
public final class Transaction {
    private final Draft state;

    private Transaction(Draft state) {
        this.state = state;
    }

    /** Nobody presented anything yet. */
    public static Transaction begin() {
        return new Transaction(new Draft());
    }

    /**
     * The person says to be this subject: from now on 1:1. Fingers presented before still count,
     * and all of them may be presented again.
     */
    public Transaction claiming(Claim claimed) {
        if (claim().filter(before -> before.subject().equals(claimed.subject())).isPresent()) {
            return this;
        }
        return claiming(Optional.of(claimed));
    }

    /** The claim is taken back: 1:N again. */
    public Transaction claimingNobody() {
        return claim().isEmpty() ? this : claiming(Optional.empty());
    }

    private Transaction claiming(Optional<Claim> claim) {
        Draft next = new Draft(state);
        next.claim = claim;
        next.tried = new HashSet<>();
        next.unreadable = 0;
        next.poor = 0;
        return new Transaction(next);
    }

    /** What was found out so far, one entry a step. */
    public List<StepEvidence> evidence() {
        return List.copyOf(state.evidence);
    }

    public Optional<Claim> claim() {
        return state.claim;
    }

    /**
     * Whose portrait a face would be compared with: the subject that fingers came near. With a
     * claim only the claimed one.
     */
    public Optional<String> faceSubject() {
        return claim().map(Claim::subject)
                .map(claimed -> Optional.of(claimed).filter(this::isNear))
                .orElse(state.candidate);
    }

    private boolean isNear(String subject) {
        return state.candidate.equals(Optional.of(subject))
                || state.nearClaimed.equals(Optional.of(subject));
    }

    /**
     * The same without any finger: none of them adds to a later one. What was tried, spent and
     * found out stays.
     */
    public Transaction withoutFingers() {
        Draft next = new Draft(state);
        next.impressions = Impressions.none();
        next.unreadable += next.tried.size();
        next.tried = new HashSet<>();
        next.sameWanted = false;
        return new Transaction(next);
    }

    Impressions impressions() {
        return state.impressions;
    }

    boolean faceSeen() {
        return state.faceSeen;
    }

    /** 1:N comparisons that could have identified somebody. */
    int searches() {
        return state.searches;
    }

    /** 1:1 comparisons that could have accepted somebody. */
    int verifications() {
        return state.verifications;
    }

    /** Fingers tried since the transaction, or the claim, began; unreadable ones too. */
    int fingersTried() {
        return state.tried.size() + state.unreadable;
    }

    /** Whether the newest impression is of a finger tried before, and nobody asked for it again. */
    boolean isRepeated() {
        return state.repeated;
    }

    /** Poor images of the present finger in a row. */
    int poor() {
        return state.poor;
    }

    Transaction with(FingerPresentation presentation) {
        Draft next = new Draft(state);
        next.impressions = state.impressions.with(presentation);
        boolean known = !next.tried.add(next.impressions.newest().finger());
        next.repeated = known && !state.sameWanted;
        next.sameWanted = false;
        next.poor = 0;
        return new Transaction(next);
    }

    /**
     * @param allowed so many poor images in a row make the finger an unreadable one
     */
    Transaction withPoorImage(int allowed) {
        Draft next = new Draft(state);
        next.poor++;
        if (next.poor == allowed) {
            next.poor = 0;
            next.unreadable++;
        }
        return new Transaction(next);
    }

    Transaction withSearches(int total) {
        Draft next = new Draft(state);
        next.searches = total;
        return new Transaction(next);
    }

    Transaction withVerifications(int total) {
        Draft next = new Draft(state);
        next.verifications = total;
        return new Transaction(next);
    }

    /** Fingers came so near this subject that a face would make up for the rest. */
    Transaction withNear(String subject) {
        Draft next = new Draft(state);
        if (next.claim.isPresent()) {
            next.nearClaimed = Optional.of(subject);
        } else {
            next.candidate = Optional.of(subject);
        }
        return new Transaction(next);
    }

    /** Another impression of the finger presented last is asked for. */
    Transaction withSameWanted() {
        Draft next = new Draft(state);
        next.sameWanted = true;
        return new Transaction(next);
    }

    Transaction withFaceSeen() {
        Draft next = new Draft(state);
        next.faceSeen = true;
        return new Transaction(next);
    }

    Transaction with(StepEvidence step) {
        Draft next = new Draft(state);
        next.evidence.add(step);
        return new Transaction(next);
    }

    @Override
    public String toString() {
        return "Transaction[%d impressions, %d steps]"
                .formatted(state.impressions.all().size(), state.evidence.size());
    }

    /** The next state while it is being made; never changed once it is in a transaction. */
    private static final class Draft {
        private Optional<Claim> claim = Optional.empty();
        private Impressions impressions = Impressions.none();
        private Set<Integer> tried = new HashSet<>();
        private final List<StepEvidence> evidence = new ArrayList<>();

        /** Near in 1:N. */
        private Optional<String> candidate = Optional.empty();

        /** Near in 1:1, which asks for less and therefore counts for that claim only. */
        private Optional<String> nearClaimed = Optional.empty();

        private boolean faceSeen;
        private boolean repeated;
        private boolean sameWanted;
        private int unreadable;
        private int poor;
        private int searches;
        private int verifications;

        Draft() {}

        Draft(Draft before) {
            claim = before.claim;
            impressions = before.impressions;
            tried = new HashSet<>(before.tried);
            evidence.addAll(before.evidence);
            candidate = before.candidate;
            nearClaimed = before.nearClaimed;
            faceSeen = before.faceSeen;
            repeated = before.repeated;
            sameWanted = before.sameWanted;
            unreadable = before.unreadable;
            poor = before.poor;
            searches = before.searches;
            verifications = before.verifications;
        }
    }
}
