package org.tamga.matcher.engine.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.tamga.matcher.engine.cylinder.CylinderRating;
import org.tamga.matcher.engine.cylinder.RigidCheck;

/**
 * One search: bit cylinders rate every subject, a check for a common motion those at the top, and
 * what is left is compared exactly. In every stage a subject counts with the best of its
 * impressions for each presented finger, summed over the fingers.
 */
public final class GallerySearch {
    private static final int PORTION = 64;

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

    private record Place(Segment segment, int subject) {}

    private record Rated(Place place, int rating) {}

    /**
     * @param cancelled asked now and then, from any thread
     */
    public GallerySearch(
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
        if (snapshot.subjects() > Shortlist.EXHAUSTIVE
                && fingers.stream().noneMatch(finger -> finger.probe().code().hasBits())) {
            return List.of();
        }
        Shortlist shortlist = Shortlist.of(snapshot.subjects(), fingers.size());
        List<Place> places =
                shortlist.isExhaustive(snapshot.subjects())
                        ? all()
                        : checked(rated(shortlist.checked()), shortlist.compared());
        return places.parallelStream()
                .map(this::compareFirstSets)
                .sorted(Comparator.comparingDouble(SubjectComparison::firstScore).reversed())
                .limit(Math.max(limit, shortlist.completed()))
                .parallel()
                .map(comparison -> matchers.with(comparison::complete))
                .sorted(
                        Comparator.comparingDouble(Hit::score)
                                .reversed()
                                .thenComparing(Hit::subject))
                .limit(limit)
                .toList();
    }

    private List<Place> all() {
        return snapshot.segments().stream()
                .flatMap(
                        segment ->
                                IntStream.range(0, segment.subjects())
                                        .mapToObj(s -> new Place(segment, s)))
                .toList();
    }

    /**
     * The subjects of highest cylinder rating; a few more when several are equal, but none without
     * any likeness, as all are to a probe without usable cylinders.
     */
    private List<Place> rated(int wanted) {
        List<Segment> segments = snapshot.segments();
        int[][] ratings = new int[segments.size()][];
        IntStream.range(0, segments.size())
                .parallel()
                .forEach(i -> ratings[i] = rate(segments.get(i)));
        int cut = cut(ratings, wanted);
        List<Place> places = new ArrayList<>(2 * wanted);
        for (int i = 0; i < ratings.length; i++) {
            for (int s = 0; s < ratings[i].length; s++) {
                if (ratings[i][s] >= cut) {
                    places.add(new Place(segments.get(i), s));
                }
            }
        }
        return places;
    }

    private int cut(int[][] ratings, int wanted) {
        int[] counts = new int[CylinderRating.MAX * fingers.size() + 1];
        for (int[] segment : ratings) {
            for (int rating : segment) {
                counts[rating]++;
            }
        }
        int above = 0;
        int cut = counts.length;
        while (above < wanted && cut > 1) {
            above += counts[--cut];
        }
        return cut;
    }

    private int[] rate(Segment segment) {
        stopIfCancelled();
        int[] ratings = new int[segment.subjects()];
        for (Finger finger : fingers) {
            CylinderRating rating = new CylinderRating(finger.probe().code());
            for (int s = 0; s < ratings.length; s++) {
                int best = 0;
                for (int t = segment.first(s); t < segment.first(s + 1); t++) {
                    if (segment.answers(t, finger.position())) {
                        best = Math.max(best, rating.rate(segment.codes(), t));
                    }
                }
                ratings[s] += best;
            }
        }
        return ratings;
    }

    private List<Place> checked(List<Place> places, int wanted) {
        return IntStream.rangeClosed(0, (places.size() - 1) / PORTION)
                .parallel()
                .mapToObj(i -> check(portion(places, i)))
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Rated::rating).reversed())
                .limit(wanted)
                .map(Rated::place)
                .toList();
    }

    private static List<Place> portion(List<Place> places, int i) {
        return places.subList(i * PORTION, Math.min(places.size(), (i + 1) * PORTION));
    }

    private List<Rated> check(List<Place> places) {
        stopIfCancelled();
        int[] ratings = new int[places.size()];
        for (Finger finger : fingers) {
            RigidCheck check = finger.probe().rigidCheck();
            for (int i = 0; i < ratings.length; i++) {
                ratings[i] += check(check, finger.position(), places.get(i));
            }
        }
        return IntStream.range(0, ratings.length)
                .mapToObj(i -> new Rated(places.get(i), ratings[i]))
                .toList();
    }

    private static int check(RigidCheck check, int position, Place place) {
        Segment segment = place.segment();
        int best = 0;
        for (int t = segment.first(place.subject()); t < segment.first(place.subject() + 1); t++) {
            if (segment.answers(t, position)) {
                best = Math.max(best, check.rate(segment.codes(), t));
            }
        }
        return best;
    }

    private SubjectComparison compareFirstSets(Place place) {
        stopIfCancelled();
        return matchers.with(
                matcher ->
                        SubjectComparison.ofFirstSets(
                                matcher, fingers, place.segment(), place.subject()));
    }

    private void stopIfCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the search was cancelled");
        }
    }
}
