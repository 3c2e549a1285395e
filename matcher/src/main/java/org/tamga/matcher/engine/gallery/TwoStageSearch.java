package org.tamga.matcher.engine.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.tamga.matcher.engine.cylinder.CylinderRating;
import org.tamga.matcher.engine.flat.FlatMatcher;

/**
 * One search: bit cylinders rate every subject, then those at the top are compared exactly. A
 * subject counts with the best of its impressions for each presented finger, summed over the
 * fingers, in both stages.
 */
public final class TwoStageSearch {
    private final Snapshot snapshot;
    private final List<Finger> fingers;
    private final Matchers matchers;
    private final BooleanSupplier cancelled;

    /**
     * A presented finger.
     *
     * @param position ISO/IEC 19794 position; 0 compares with fingers of any position
     */
    public record Finger(int position, SearchProbe probe) {}

    /**
     * A subject compared exactly.
     *
     * @param position of the enrolled finger that contributed most
     * @param score sum over the presented fingers
     */
    public record Hit(String subject, int position, double score) {}

    /**
     * @param cancelled asked now and then, from any thread
     */
    public TwoStageSearch(
            EnrolledSubjects enrolled,
            List<Finger> fingers,
            Matchers matchers,
            BooleanSupplier cancelled) {
        this.snapshot = enrolled.snapshot();
        this.fingers = List.copyOf(fingers);
        this.matchers = matchers;
        this.cancelled = cancelled;
    }

    /**
     * The best subjects, best first; equal ones by id.
     *
     * @throws CancellationException when asked to stop
     */
    public List<Hit> best(int limit) {
        return chosen(Shortlist.of(snapshot.subjects())).parallelStream()
                .map(this::compared)
                .sorted(
                        Comparator.comparingDouble(Hit::score)
                                .reversed()
                                .thenComparing(Hit::subject))
                .limit(limit)
                .toList();
    }

    private record Place(Segment segment, int subject) {}

    private List<Place> chosen(int wanted) {
        List<Segment> segments = snapshot.segments();
        boolean all = wanted == snapshot.subjects();
        int[][] ratings = new int[segments.size()][];
        if (!all) {
            IntStream.range(0, segments.size())
                    .parallel()
                    .forEach(i -> ratings[i] = rate(segments.get(i)));
        }
        int cut = all ? 0 : cut(ratings, wanted);
        List<Place> chosen = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            for (int s = 0; s < segments.get(i).subjects(); s++) {
                if (all || ratings[i][s] >= cut) {
                    chosen.add(new Place(segments.get(i), s));
                }
            }
        }
        return chosen;
    }

    private int cut(int[][] ratings, int wanted) {
        int[] counts = new int[CylinderRating.MAX * fingers.size() + 1];
        for (int[] segment : ratings) {
            for (int rating : segment) {
                counts[rating]++;
            }
        }
        return Shortlist.cut(counts, wanted);
    }

    private int[] rate(Segment segment) {
        stopIfCancelled();
        int[] ratings = new int[segment.subjects()];
        for (Finger finger : fingers) {
            CylinderRating rating = new CylinderRating(finger.probe().code());
            for (int s = 0; s < ratings.length; s++) {
                int best = 0;
                for (int t = segment.first(s); t < segment.first(s + 1); t++) {
                    Enrolled enrolled = segment.enrolled(t);
                    if (enrolled.answers(finger.position())) {
                        best =
                                Math.max(
                                        best,
                                        rating.rate(
                                                segment.words(),
                                                segment.offset(t),
                                                enrolled.weights()));
                    }
                }
                ratings[s] += best;
            }
        }
        return ratings;
    }

    private Hit compared(Place place) {
        stopIfCancelled();
        return matchers.with(matcher -> compared(matcher, place.segment(), place.subject()));
    }

    private Hit compared(FlatMatcher matcher, Segment segment, int subject) {
        int position = segment.enrolled(segment.first(subject)).position();
        double sum = 0;
        double most = 0;
        for (Finger finger : fingers) {
            double best = 0;
            for (int t = segment.first(subject); t < segment.first(subject + 1); t++) {
                Enrolled enrolled = segment.enrolled(t);
                if (enrolled.answers(finger.position())) {
                    double score = enrolled.score(matcher, finger.probe());
                    best = Math.max(best, score);
                    if (score > most) {
                        most = score;
                        position = enrolled.position();
                    }
                }
            }
            sum += best;
        }
        return new Hit(segment.subject(subject), position, sum);
    }

    private void stopIfCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the search was cancelled");
        }
    }
}
