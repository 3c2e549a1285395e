package org.tamga.matcher.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.Identification;
import org.tamga.matcher.PresentedFinger;
import org.tamga.matcher.Probe;
import org.tamga.matcher.Threshold;
import org.tamga.matcher.engine.MinutiaeSet;

/**
 * Open-set searches (ISO/IEC 19795-1): a third of the people are enrolled and search for
 * themselves, a third are strangers who search, and a third is what the gallery is filled up with:
 * themselves and, beyond them, strangers made of their minutiae ({@link MadeMinutiae}). Then the
 * thirds change places. Nobody who searches has a part in a made stranger. People have as many
 * fingers as asked for, neighbouring ones of a folder.
 */
public final class OpenSearches {
    /** Each person's first, then second impression is enrolled. */
    private static final int ENROLMENTS = 2;

    private static final int THIRDS = 3;

    private static final Threshold ANY = Threshold.ofScore(0);

    private final List<Person> people;
    private final int fingers;

    /**
     * @param folder where it comes from
     * @param impressions of all fingers each
     */
    private record Person(String folder, List<List<FingerTemplate>> impressions) {}

    /**
     * One search.
     *
     * @param person number of the person who searches
     * @param mated whether that person is enrolled
     * @param score mated: of the person, 0 unless first in rank; otherwise the best in the gallery
     */
    public record Search(int person, String folder, boolean mated, double score) {}

    /** How the gallery is searched. */
    public enum Way {
        /** Every template is compared. */
        EXHAUSTIVE,
        /** {@link FingerGallery} in its stages. */
        GALLERY
    }

    /**
     * @param fingers of one person, presented together
     */
    public OpenSearches(FingerSet set, int fingers) {
        this.fingers = fingers;
        this.people = people(set, fingers);
    }

    public int people() {
        return people.size();
    }

    /** Whether in every third of the people somebody has minutiae, which searches go by. */
    public boolean haveMinutiae() {
        return IntStream.range(0, THIRDS).allMatch(this::haveMinutiae);
    }

    private boolean haveMinutiae(int third) {
        return IntStream.range(0, people.size())
                .filter(person -> person % THIRDS == third)
                .mapToObj(person -> people.get(person).impressions())
                .flatMap(List::stream)
                .flatMap(List::stream)
                .anyMatch(template -> template.firstSet().count() > 0);
    }

    /** Number of searches that {@link #run} makes. */
    public int searches() {
        int all = people.stream().mapToInt(person -> person.impressions().size()).sum();
        return ENROLMENTS * (2 * all - people.size());
    }

    /**
     * Searches on all cores.
     *
     * @param subjects in the gallery, filled up to them
     */
    public List<Search> run(Way way, int subjects, Runnable onSearch) {
        List<Search> searches = new ArrayList<>();
        for (int third = 0; third < THIRDS; third++) {
            for (int enrolment = 0; enrolment < ENROLMENTS; enrolment++) {
                List<List<FingerTemplate>> gallery = gallery(third, enrolment, subjects);
                Ranking ranking =
                        switch (way) {
                            case EXHAUSTIVE -> new Exhaustive(gallery);
                            case GALLERY -> new Staged(gallery);
                        };
                for (int person = 0; person < people.size(); person++) {
                    if (person % THIRDS != (third + 2) % THIRDS) {
                        searches.addAll(
                                searches(
                                        person,
                                        person % THIRDS == third,
                                        enrolment,
                                        ranking,
                                        onSearch));
                    }
                }
            }
        }
        return searches;
    }

    private List<Search> searches(
            int person, boolean mated, int enrolment, Ranking ranking, Runnable onSearch) {
        List<Search> searches = new ArrayList<>();
        List<List<FingerTemplate>> touches = people.get(person).impressions();
        for (int touch = 0; touch < touches.size(); touch++) {
            if (!mated || touch != enrolment % touches.size()) {
                Best best = ranking.best(touches.get(touch));
                double score = !mated || best.subject() == person / THIRDS ? best.score() : 0;
                searches.add(new Search(person, people.get(person).folder(), mated, score));
                onSearch.run();
            }
        }
        return searches;
    }

    /** Those who search for themselves first, in their order. */
    private List<List<FingerTemplate>> gallery(int third, int enrolment, int subjects) {
        List<List<FingerTemplate>> gallery = new ArrayList<>();
        for (int person = third; person < people.size(); person += THIRDS) {
            gallery.add(enrolled(person, enrolment));
        }
        List<List<MinutiaeSet>> others = new ArrayList<>();
        for (int person = (third + 2) % THIRDS; person < people.size(); person += THIRDS) {
            if (gallery.size() < subjects) {
                gallery.add(enrolled(person, enrolment));
            }
            people.get(person).impressions().stream()
                    .flatMap(List::stream)
                    .map(MadeMinutiae::sets)
                    .forEach(others::add);
        }
        MadeMinutiae made = new MadeMinutiae(subjects);
        while (gallery.size() < subjects) {
            gallery.add(
                    IntStream.range(0, fingers).mapToObj(f -> made.strangerTo(others)).toList());
        }
        return gallery;
    }

    private List<FingerTemplate> enrolled(int person, int enrolment) {
        List<List<FingerTemplate>> all = people.get(person).impressions();
        return all.get(enrolment % all.size());
    }

    private record Best(int subject, double score) {}

    private interface Ranking {
        Best best(List<FingerTemplate> presented);
    }

    private record Exhaustive(List<List<FingerTemplate>> gallery) implements Ranking {
        @Override
        public Best best(List<FingerTemplate> presented) {
            List<Probe> probes = presented.stream().map(Probe::of).toList();
            return IntStream.range(0, gallery.size())
                    .parallel()
                    .mapToObj(subject -> new Best(subject, score(probes, gallery.get(subject))))
                    .max((a, b) -> Double.compare(a.score(), b.score()))
                    .orElse(new Best(-1, 0));
        }

        private static double score(List<Probe> probes, List<FingerTemplate> enrolled) {
            double sum = 0;
            for (int finger = 0; finger < probes.size(); finger++) {
                sum += probes.get(finger).score(enrolled.get(finger));
            }
            return sum;
        }
    }

    private static final class Staged implements Ranking {
        private final FingerGallery gallery;

        Staged(List<List<FingerTemplate>> subjects) {
            FingerGallery.Builder builder = FingerGallery.builder();
            for (int subject = 0; subject < subjects.size(); subject++) {
                for (int finger = 0; finger < subjects.get(subject).size(); finger++) {
                    builder.add(
                            Integer.toString(subject),
                            finger + 1,
                            subjects.get(subject).get(finger));
                }
            }
            gallery = builder.build();
        }

        @Override
        public Best best(List<FingerTemplate> presented) {
            List<PresentedFinger> fingers =
                    IntStream.range(0, presented.size())
                            .mapToObj(f -> new PresentedFinger(f + 1, Probe.of(presented.get(f))))
                            .toList();
            return switch (gallery.identify(fingers, ANY, () -> false)) {
                case Identification.Identified found ->
                        new Best(Integer.parseInt(found.subject()), found.score());
                case Identification.Ambiguous several ->
                        new Best(
                                Integer.parseInt(several.subjects().getFirst().subject()),
                                several.bestScore());
                case Identification.NoMatch none -> new Best(-1, none.bestScore());
            };
        }
    }

    private static List<Person> people(FingerSet set, int fingers) {
        Map<Path, Map<Integer, List<FingerTemplate>>> folders = new TreeMap<>();
        for (FingerSet.Sample sample : set.samples()) {
            folders.computeIfAbsent(
                            sample.file().path().toAbsolutePath().normalize().getParent(),
                            f -> new TreeMap<>())
                    .computeIfAbsent(sample.finger(), f -> new ArrayList<>())
                    .add(sample.template());
        }
        List<Person> people = new ArrayList<>();
        folders.forEach(
                (folder, samples) -> {
                    List<List<FingerTemplate>> all = List.copyOf(samples.values());
                    for (int first = 0; first + fingers <= all.size(); first += fingers) {
                        people.add(
                                new Person(
                                        String.valueOf(folder.getFileName()),
                                        touches(all.subList(first, first + fingers))));
                    }
                });
        return people;
    }

    /** As many as the finger with the fewest impressions has. */
    private static List<List<FingerTemplate>> touches(List<List<FingerTemplate>> fingers) {
        int fewest = fingers.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, fewest)
                .mapToObj(touch -> fingers.stream().map(finger -> finger.get(touch)).toList())
                .toList();
    }
}
