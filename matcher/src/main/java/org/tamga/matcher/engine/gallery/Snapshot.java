package org.tamga.matcher.engine.gallery;

import java.util.List;

/**
 * What a search sees: all segments at one moment.
 *
 * @param mostTemplates of one subject
 */
record Snapshot(List<Segment> segments, int subjects, int templates, int mostTemplates) {
    Snapshot {
        segments = List.copyOf(segments);
    }

    static Snapshot of(List<Segment> segments) {
        return new Snapshot(
                segments,
                segments.stream().mapToInt(Segment::subjects).sum(),
                segments.stream().mapToInt(Segment::templates).sum(),
                segments.stream().mapToInt(Segment::mostTemplates).max().orElse(0));
    }
}
