package org.tamga.matcher.engine.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.tamga.matcher.engine.cylinder.CylinderCode;

/**
 * Some hundred subjects whose cylinders stand in one array, in the order in which a search reads
 * them. Immutable: a change makes a new segment that copies what stays.
 */
final class Segment {
    /** A full segment takes no more subjects. */
    static final int FULL = 256;

    static final Segment EMPTY = new Segment(List.of());

    /**
     * One subject on its way into a segment.
     *
     * @param words where its cylinders are
     * @param offset first word
     */
    record Piece(String subject, List<Enrolled> enrolled, long[] words, int offset) {
        Piece {
            enrolled = List.copyOf(enrolled);
        }

        int length() {
            return enrolled.stream().mapToInt(e -> e.blocks() * CylinderCode.BLOCK).sum();
        }
    }

    private final String[] subjects;
    private final Enrolled[] enrolled;
    private final int[] first;
    private final int[] offsets;
    private final long[] words;

    private Segment(List<Piece> pieces) {
        int templates = pieces.stream().mapToInt(piece -> piece.enrolled().size()).sum();
        subjects = new String[pieces.size()];
        first = new int[pieces.size() + 1];
        enrolled = new Enrolled[templates];
        offsets = new int[templates];
        words = new long[pieces.stream().mapToInt(Piece::length).sum()];
        int next = 0;
        int at = 0;
        for (int s = 0; s < subjects.length; s++) {
            Piece piece = pieces.get(s);
            subjects[s] = piece.subject();
            first[s] = next;
            System.arraycopy(piece.words(), piece.offset(), words, at, piece.length());
            for (Enrolled template : piece.enrolled()) {
                offsets[next] = at;
                at += template.blocks() * CylinderCode.BLOCK;
                enrolled[next++] = template;
            }
        }
        first[subjects.length] = next;
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
                int offset = first[s] < offsets.length ? offsets[first[s]] : words.length;
                pieces.add(new Piece(subjects[s], impressions(s), words, offset));
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

    String subject(int s) {
        return subjects[s];
    }

    /** First template of a subject; {@code subjects()} gives the end. */
    int first(int s) {
        return first[s];
    }

    Enrolled enrolled(int template) {
        return enrolled[template];
    }

    List<Enrolled> impressions(int s) {
        return Arrays.asList(enrolled).subList(first[s], first[s + 1]);
    }

    int offset(int template) {
        return offsets[template];
    }

    long[] words() {
        return words;
    }
}
