package org.tamga.matcher.engine.gallery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.cylinder.CylinderCode;
import org.tamga.matcher.engine.cylinder.CylinderCodes;

/**
 * All subjects, in segments that are replaced, never changed: whoever took a snapshot keeps a view
 * in which every subject is whole. Writers take turns.
 */
public final class EnrolledSubjects {
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<String, Integer> segmentOf = new HashMap<>();
    private final List<Segment> segments = new ArrayList<>();
    private volatile Snapshot snapshot = Snapshot.of(List.of());

    /**
     * An impression to enrol.
     *
     * @param position ISO/IEC 19794 finger position, 0 unknown
     * @param sets of minutiae, the first one for the first stage
     */
    public record Impression(int position, List<MinutiaeSet> sets) {
        public Impression {
            sets = List.copyOf(sets);
        }
    }

    /** Adds impressions to those that the subjects have; all of them become visible at once. */
    public void add(Map<String, List<Impression>> impressions) {
        put(impressions, EnrolledSubjects::joined);
    }

    /** Puts impressions in the place of those that the subjects have, all at once. */
    public void replace(Map<String, List<Impression>> impressions) {
        put(impressions, (old, added) -> added);
    }

    private void put(
            Map<String, List<Impression>> impressions, BinaryOperator<Segment.Piece> merge) {
        List<Segment.Piece> coded =
                impressions.entrySet().parallelStream()
                        .map(entry -> piece(entry.getKey(), entry.getValue()))
                        .toList();
        writing.lock();
        try {
            List<Segment.Piece> pieces = new ArrayList<>(coded.size());
            for (Segment.Piece piece : coded) {
                Segment.@Nullable Piece old = take(piece.subject());
                pieces.add(old == null ? piece : merge.apply(old, piece));
            }
            for (int from = 0; from < pieces.size(); from += Segment.FULL) {
                int to = Math.min(pieces.size(), from + Segment.FULL);
                append(pieces.subList(from, to));
            }
            snapshot = Snapshot.of(segments);
        } finally {
            writing.unlock();
        }
    }

    /** False when there is no such subject. */
    public boolean remove(String subject) {
        writing.lock();
        try {
            boolean known = take(subject) != null;
            if (known) {
                snapshot = Snapshot.of(segments);
            }
            return known;
        } finally {
            writing.unlock();
        }
    }

    /** The impressions of a subject in the order of their enrolment; empty when there is none. */
    public List<Enrolled> of(String subject) {
        writing.lock();
        try {
            @Nullable Integer number = segmentOf.get(subject);
            return number == null
                    ? List.of()
                    : segments.get(number).pieces(subject::equals).getFirst().impressions();
        } finally {
            writing.unlock();
        }
    }

    public int subjects() {
        return snapshot.subjects();
    }

    public int templates() {
        return snapshot.templates();
    }

    /**
     * Of one moment.
     *
     * @param mostTemplates of the subject that has most; 0 when there is none
     */
    public record Counts(int templates, int mostTemplates) {}

    public Counts counts() {
        Snapshot now = snapshot;
        return new Counts(now.templates(), now.mostTemplates());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    private Segment.@Nullable Piece take(String subject) {
        @Nullable Integer number = segmentOf.remove(subject);
        if (number == null) {
            return null;
        }
        Segment segment = segments.get(number);
        segments.set(number, segment.without(subject));
        return segment.pieces(subject::equals).getFirst();
    }

    private void append(List<Segment.Piece> pieces) {
        int number = withRoomFor(pieces.size());
        segments.set(number, segments.get(number).with(pieces));
        pieces.forEach(piece -> segmentOf.put(piece.subject(), number));
    }

    private int withRoomFor(int subjects) {
        for (int number = segments.size() - 1; number >= 0; number--) {
            if (segments.get(number).subjects() + subjects <= Segment.FULL) {
                return number;
            }
        }
        segments.add(Segment.EMPTY);
        return segments.size() - 1;
    }

    private static Segment.Piece piece(String subject, List<Impression> impressions) {
        List<Enrolled> enrolled =
                impressions.stream().map(i -> Enrolled.of(i.position(), i.sets())).toList();
        List<CylinderCodes.Range> codes =
                impressions.stream()
                        .map(i -> CylinderCode.of(i.sets().getFirst().minutiae()))
                        .map(code -> new CylinderCodes.Range(CylinderCodes.of(code), 0, 1))
                        .toList();
        return new Segment.Piece(subject, enrolled, joined(codes));
    }

    private static Segment.Piece joined(Segment.Piece old, Segment.Piece added) {
        List<Enrolled> enrolled = new ArrayList<>(old.impressions());
        enrolled.addAll(added.impressions());
        return new Segment.Piece(
                old.subject(), enrolled, joined(List.of(old.codes(), added.codes())));
    }

    private static CylinderCodes.Range joined(List<CylinderCodes.Range> ranges) {
        CylinderCodes all = CylinderCodes.joined(ranges);
        return new CylinderCodes.Range(
                all, 0, ranges.stream().mapToInt(range -> range.to() - range.from()).sum());
    }
}
