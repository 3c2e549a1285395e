package org.tamga.matcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.tamga.matcher.engine.gallery.EnrolledSubjects;
import org.tamga.matcher.engine.gallery.EnrolledSubjects.Impression;
import org.tamga.matcher.engine.gallery.GallerySearch;
import org.tamga.matcher.engine.gallery.Matchers;

/**
 * The enrolled fingers of many subjects, held in memory for 1:N. Subjects are opaque ids with any
 * number of templates (fingers, impressions). Subjects may be added, replaced and removed while
 * searches run: a search sees the gallery as it was when it began, each subject whole.
 *
 * <p>A search rates all subjects by the bit cylinders of their minutiae, checks the best twentieth
 * for a common motion, compares the best of these exactly by their first minutiae set and the best
 * few by all sets; scores are those of SourceAFIS. {@code docs/decisions/0013} says how many, and
 * {@code docs/performance-matching.md} how rarely that loses a mate. Galleries of up to 50 subjects
 * are compared exhaustively. About 2.6 KB a template with two minutiae sets.
 */
public final class FingerGallery {
    /**
     * Two subjects above the threshold whose scores differ by less than this share of the better
     * one are reported as ambiguous.
     */
    public static final double AMBIGUITY_MARGIN = 0.25;

    private static final int RIVALS = 4;
    private static final int MOST_FINGERS = 10;

    private final EnrolledSubjects subjects = new EnrolledSubjects();

    private FingerGallery() {}

    public static Builder builder() {
        return new Builder();
    }

    /** Adds a template of one subject to those it already has. */
    public void add(String subjectId, int fingerPosition, FingerTemplate template) {
        checkPosition(fingerPosition);
        subjects.add(Map.of(subjectId, List.of(new Impression(fingerPosition, template.sets()))));
    }

    /**
     * Puts these impressions in the place of all that the subject had; a search sees either the old
     * ones or the new ones.
     *
     * @param impressions at least one
     */
    public void replace(String subjectId, List<FingerImpression> impressions) {
        if (impressions.isEmpty()) {
            throw new IllegalArgumentException("no impressions; remove the subject instead");
        }
        subjects.replace(
                Map.of(
                        subjectId,
                        impressions.stream()
                                .map(i -> new Impression(i.position().code(), i.template().sets()))
                                .toList()));
    }

    /** Removes a subject with all its templates; false when there is none. */
    public boolean remove(String subjectId) {
        return subjects.remove(subjectId);
    }

    /** The templates of one subject, for 1:1; empty when there is none. */
    public List<FingerTemplate> templatesOf(String subjectId) {
        return subjects.of(subjectId).stream()
                .map(enrolled -> FingerTemplate.of(enrolled.sets()))
                .toList();
    }

    /** Number of subjects. */
    public int size() {
        return subjects.subjects();
    }

    /** Number of templates. */
    public int templates() {
        return subjects.templates();
    }

    /**
     * For a search of this gallery as it is now. Where a subject has several templates, each choice
     * of one for every presented finger is another chance for a stranger: this counts on as many as
     * the subject has that has most.
     *
     * @param fpirPerMillion strangers identified as somebody per million searches, 1–100,000
     * @param fingers presented together, 1–4
     */
    public Threshold threshold(int fpirPerMillion, int fingers) {
        EnrolledSubjects.Counts counts = subjects.counts();
        return Threshold.identification(
                fpirPerMillion, counts.templates(), fingers, counts.mostTemplates());
    }

    public Identification identify(FingerTemplate probe, Threshold threshold) {
        return identify(Probe.of(probe), threshold);
    }

    /** Searches on all cores. A subject's score is the best of its templates (max rule). */
    public Identification identify(Probe probe, Threshold threshold) {
        return identify(List.of(new PresentedFinger(0, probe)), threshold, () -> false);
    }

    /**
     * Searches with several fingers of one person at once. A subject's score is the sum over the
     * fingers of the best of its templates for each.
     *
     * <p>The sum says what its threshold promises only of different fingers: one that is presented
     * twice counts twice. Two of one named position are refused; whether fingers of unknown
     * position are different is the caller's to make sure of, by comparing them with each other.
     *
     * @param fingers one to ten, all different
     * @param threshold for that sum, of as many fingers
     * @param cancelled asked some hundred times a second, from any thread
     * @throws CancellationException when asked to stop
     * @throws IllegalArgumentException when there is no finger, more than ten, or two of one named
     *     position
     */
    public Identification identify(
            List<PresentedFinger> fingers, Threshold threshold, BooleanSupplier cancelled) {
        checkDifferent(fingers);
        List<Identification.Candidate> best = best(fingers, RIVALS, cancelled);
        double needed = threshold.score();
        if (best.isEmpty() || !(best.getFirst().score() >= needed)) {
            return new Identification.NoMatch(best.stream().findFirst(), needed);
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

    /**
     * The best of the subjects that a search compares exactly, best first, whatever their scores:
     * all of up to 50, of more 24 or one in 200.
     *
     * @param limit at most so many
     */
    public List<Identification.Candidate> best(Probe probe, int limit) {
        return best(List.of(new PresentedFinger(0, probe)), limit, () -> false);
    }

    private List<Identification.Candidate> best(
            List<PresentedFinger> fingers, int limit, BooleanSupplier cancelled) {
        List<GallerySearch.Finger> presented =
                fingers.stream()
                        .map(f -> new GallerySearch.Finger(f.position(), f.probe().search()))
                        .toList();
        return new GallerySearch(subjects, presented, Matchers.SHARED, cancelled)
                .best(limit).stream()
                        .map(
                                h ->
                                        new Identification.Candidate(
                                                h.subject(), h.position(), h.score()))
                        .toList();
    }

    private static void checkDifferent(List<PresentedFinger> fingers) {
        if (fingers.isEmpty() || fingers.size() > MOST_FINGERS) {
            throw new IllegalArgumentException(
                    fingers.size() + " fingers presented, not 1–" + MOST_FINGERS);
        }
        int[] named =
                fingers.stream().mapToInt(PresentedFinger::position).filter(p -> p > 0).toArray();
        if (IntStream.of(named).distinct().count() < named.length) {
            throw new IllegalArgumentException("two presented fingers of one named position");
        }
    }

    static void checkPosition(int position) {
        if (position < 0 || position > 10) {
            throw new IllegalArgumentException("finger position " + position + " is not 0–10");
        }
    }

    /** Collects templates before the first search, for one gallery; not thread-safe. */
    public static final class Builder {
        private static final int BATCH = 4096;

        private final FingerGallery gallery = new FingerGallery();
        private boolean built;
        private final Map<String, List<Impression>> batch = new LinkedHashMap<>();

        private Builder() {}

        /**
         * @param fingerPosition ISO/IEC 19794 position 1–10 (1 right thumb … 10 left little), 0
         *     unknown
         */
        public Builder add(String subjectId, int fingerPosition, FingerTemplate template) {
            checkPosition(fingerPosition);
            checkOpen();
            if (batch.size() == BATCH && !batch.containsKey(subjectId)) {
                enrol();
            }
            batch.computeIfAbsent(subjectId, id -> new ArrayList<>())
                    .add(new Impression(fingerPosition, template.sets()));
            return this;
        }

        /**
         * @throws IllegalStateException when it has built its gallery already
         */
        public FingerGallery build() {
            checkOpen();
            built = true;
            enrol();
            return gallery;
        }

        private void checkOpen() {
            if (built) {
                throw new IllegalStateException("the gallery is built; add to it instead");
            }
        }

        private void enrol() {
            gallery.subjects.add(batch);
            batch.clear();
        }
    }
}
