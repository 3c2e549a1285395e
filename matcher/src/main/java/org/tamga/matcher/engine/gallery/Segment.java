package org.tamga.matcher.engine.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.tamga.matcher.engine.cylinder.CylinderCodes;

/**
 * Some hundred subjects with what the first stages read of them side by side. Immutable: a change
 * makes a new segment that copies what stays.
 */
final class Segment {
    /** A full segment takes no more subjects. */
    static final int FULL = 256;

    static final Segment EMPTY = new Segment(List.of());

    /**
     * One subject on its way into a segment.
     *
     * @param codes of its impressions
     */
    record Piece(String subject, List<Enrolled> impressions, CylinderCodes.Range codes) {
        Piece {
            impressions = List.copyOf(impressions);
        }
    }

    private final String[] subjects;
    private final Enrolled[] enrolled;
    private final byte[] positions;
    private final int[] first;
    private final CylinderCodes codes;
    private final int mostTemplates;

    private Segment(List<Piece> pieces) {
        subjects = new String[pieces.size()];
        first = new int[pieces.size() + 1];
        int templates = pieces.stream().mapToInt(piece -> piece.impressions().size()).sum();
        mostTemplates =
                pieces.stream().mapToInt(piece -> piece.impressions().size()).max().orElse(0);
        enrolled = new Enrolled[templates];
        positions = new byte[templates];
        int next = 0;
        for (int s = 0; s < subjects.length; s++) {
            Piece piece = pieces.get(s);
            subjects[s] = piece.subject();
            first[s] = next;
            for (Enrolled impression : piece.impressions()) {
                positions[next] = (byte) impression.position();
                enrolled[next++] = impression;
            }
        }
        first[subjects.length] = next;
        codes = CylinderCodes.joined(pieces.stream().map(Piece::codes).toList());
    }

    Segment with(List<Piece> more) {
        List<Piece> all = new ArrayList<>(pieces(subject -> true));
        all.addAll(more);
        return new Segment(all);
    }

    Segment without(String subject) {
        return new Segment(pieces(other -> !other.equals(subject)));
    }

    /** The subjects that satisfy the condition. */
    List<Piece> pieces(Predicate<String> condition) {
        List<Piece> pieces = new ArrayList<>(subjects.length);
        for (int s = 0; s < subjects.length; s++) {
            if (condition.test(subjects[s])) {
                CylinderCodes.Range range = new CylinderCodes.Range(codes, first[s], first[s + 1]);
                pieces.add(new Piece(subjects[s], impressions(s), range));
            }
        }
        return pieces;
    }

    int subjects() {
        return subjects.length;
    }

    int templates() {
        return enrolled.length;
    }

    /** Of one subject. */
    int mostTemplates() {
        return mostTemplates;
    }

    String subject(int s) {
        return subjects[s];
    }

    /** First template of a subject; {@code subjects()} gives the end. */
    int first(int s) {
        return first[s];
    }

    List<Enrolled> impressions(int s) {
        return Arrays.asList(enrolled).subList(first[s], first[s + 1]);
    }

    /** Whether a template may be compared with a probe of that position; 0 stands for any. */
    boolean answers(int template, int probePosition) {
        return Enrolled.answers(positions[template], probePosition);
    }

    /** Of the first minutiae set of each template. */
    CylinderCodes codes() {
        return codes;
    }
}
