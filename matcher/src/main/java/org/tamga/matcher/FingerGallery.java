package org.tamga.matcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The enrolled fingers of many subjects, held in memory for 1:N. Subjects are opaque ids with any
 * number of templates (fingers, impressions). Subjects may be added and removed while searches run:
 * a search sees each subject either whole or not at all.
 */
public final class FingerGallery {
    /**
     * Two subjects above the threshold whose scores differ by less than this share of the better
     * one are reported as ambiguous.
     */
    public static final double AMBIGUITY_MARGIN = 0.25;

    private final Map<String, List<Enrolled>> subjects;

    private FingerGallery(Map<String, List<Enrolled>> subjects) {
        this.subjects = subjects;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Adds templates of one subject to those it already has. */
    public void add(String subjectId, int fingerPosition, FingerTemplate template) {
        Enrolled enrolled = new Enrolled(fingerPosition, template);
        subjects.merge(
                subjectId,
                List.of(enrolled),
                (old, added) -> Stream.concat(old.stream(), added.stream()).toList());
    }

    /** Removes a subject with all its templates; false when there is none. */
    public boolean remove(String subjectId) {
        return subjects.remove(subjectId) != null;
    }

    /** The templates of one subject, for 1:1; empty when there is none. */
    public List<FingerTemplate> templatesOf(String subjectId) {
        return subjects.getOrDefault(subjectId, List.of()).stream()
                .map(Enrolled::template)
                .toList();
    }

    /** Number of subjects. */
    public int size() {
        return subjects.size();
    }

    /** Number of templates: what {@link Threshold#identification} needs. */
    public int templates() {
        return subjects.values().stream().mapToInt(List::size).sum();
    }

    public Identification identify(FingerTemplate probe, Threshold threshold) {
        return identify(Probe.of(probe), threshold);
    }

    /**
     * Compares the probe with every template on all cores. A subject's score is the best of its
     * templates (max rule).
     */
    public Identification identify(Probe probe, Threshold threshold) {
        List<Identification.Candidate> best = best(probe, 8);
        double needed = threshold.score();
        if (best.isEmpty() || best.getFirst().score() < needed) {
            return new Identification.NoMatch(best.isEmpty() ? 0 : best.getFirst().score(), needed);
        }
        Identification.Candidate first = best.getFirst();
        double near = Math.max(needed, first.score() * (1 - AMBIGUITY_MARGIN));
        List<Identification.Candidate> rivals =
                best.stream().filter(candidate -> candidate.score() >= near).toList();
        if (rivals.size() > 1) {
            return new Identification.Ambiguous(rivals, needed);
        }
        double second = best.size() > 1 ? best.get(1).score() : 0;
        return new Identification.Identified(
                first.subject(), first.finger(), first.score(), second, needed);
    }

    /** The {@code limit} best subjects, best first, whatever their scores. */
    public List<Identification.Candidate> best(Probe probe, int limit) {
        return subjects.entrySet().parallelStream()
                .map(entry -> bestOf(probe, entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingDouble(Identification.Candidate::score)
                                .reversed()
                                .thenComparing(Identification.Candidate::subject))
                .limit(limit)
                .toList();
    }

    private static Identification.Candidate bestOf(
            Probe probe, String subject, List<Enrolled> templates) {
        int finger = templates.getFirst().position();
        double best = -1;
        for (Enrolled enrolled : templates) {
            double score = probe.score(enrolled.template());
            if (score > best) {
                best = score;
                finger = enrolled.position();
            }
        }
        return new Identification.Candidate(subject, finger, best);
    }

    private record Enrolled(int position, FingerTemplate template) {
        Enrolled {
            if (position < 0 || position > 10) {
                throw new IllegalArgumentException("finger position " + position + " is not 0–10");
            }
        }
    }

    /** Collects templates before the first search; not thread-safe. */
    public static final class Builder {
        private final Map<String, List<Enrolled>> subjects = new ConcurrentHashMap<>();

        private Builder() {}

        /**
         * @param fingerPosition ISO/IEC 19794 position 1–10 (1 right thumb … 10 left little), 0
         *     unknown
         */
        public Builder add(String subjectId, int fingerPosition, FingerTemplate template) {
            subjects.computeIfAbsent(subjectId, id -> new ArrayList<>())
                    .add(new Enrolled(fingerPosition, template));
            return this;
        }

        public FingerGallery build() {
            Map<String, List<Enrolled>> copy = new ConcurrentHashMap<>();
            subjects.forEach((subject, templates) -> copy.put(subject, List.copyOf(templates)));
            return new FingerGallery(copy);
        }
    }
}
