package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.Identification;
import org.tamga.matcher.Probe;
import org.tamga.matcher.Threshold;
import org.tamga.matcher.engine.MinutiaeSet;

/**
 * What the gallery's stages cost in found mates: every impression searches among one impression of
 * every finger and made strangers, by the gallery and exhaustively.
 */
public final class MateLoss {
    private static final double FPIR = 0.01;
    private static final int ENROLMENTS = 3;

    /** Subjects that a search gives back. */
    private static final int FOUND = 8;

    private static final String MATE = "finger-";

    private MateLoss() {}

    /**
     * @param searches with a mate in the gallery
     * @param threshold for an FPIR of 0.1 % at this size
     * @param exhaustive share of mates not found by comparing all, at that threshold
     * @param ours the same by the gallery
     * @param exhaustiveAtFpir at the score that 1 % of the searches reach with a stranger
     * @param oursAtFpir the same by the gallery, at its own such score
     */
    public record Result(
            int subjects,
            int searches,
            double threshold,
            double exhaustive,
            double ours,
            double exhaustiveAtFpir,
            double oursAtFpir) {}

    /** Score of the mate, −1 when it was not compared, and of the best other subject. */
    private record Search(double mate, double stranger) {}

    /** The first, then the second, then the third impression of every finger is enrolled. */
    public static Result run(FingerSet set, int subjects) {
        Map<Integer, List<FingerTemplate>> fingers = new HashMap<>();
        for (FingerSet.Sample sample : set.samples()) {
            fingers.computeIfAbsent(sample.finger(), f -> new ArrayList<>()).add(sample.template());
        }
        List<FingerTemplate> strangers = strangers(set, subjects - fingers.size());
        List<Search> exhaustive = new ArrayList<>();
        List<Search> ours = new ArrayList<>();
        for (int enrolment = 0; enrolment < ENROLMENTS; enrolment++) {
            int enrolled = enrolment;
            Map<String, FingerTemplate> subjectsNow = new HashMap<>();
            fingers.forEach(
                    (finger, impressions) ->
                            subjectsNow.put(
                                    MATE + finger, impressions.get(enrolled % impressions.size())));
            for (int i = 0; i < strangers.size(); i++) {
                subjectsNow.put("stranger-" + i, strangers.get(i));
            }
            FingerGallery.Builder builder = FingerGallery.builder();
            subjectsNow.forEach((subject, template) -> builder.add(subject, 0, template));
            FingerGallery gallery = builder.build();
            fingers.forEach(
                    (finger, impressions) -> {
                        for (int i = 0; i < impressions.size(); i++) {
                            if (i != enrolled % impressions.size()) {
                                Probe probe = Probe.of(impressions.get(i));
                                exhaustive.add(exhaustive(probe, subjectsNow, MATE + finger));
                                ours.add(ours(probe, gallery, MATE + finger));
                            }
                        }
                    });
        }
        double threshold = Threshold.identification(1000, subjects).score();
        return new Result(
                subjects,
                ours.size(),
                threshold,
                missed(exhaustive, threshold),
                missed(ours, threshold),
                missed(exhaustive, atFpir(exhaustive)),
                missed(ours, atFpir(ours)));
    }

    private static List<FingerTemplate> strangers(FingerSet set, int count) {
        List<List<MinutiaeSet>> impressions =
                set.samples().stream().map(s -> MadeMinutiae.sets(s.template())).toList();
        MadeMinutiae made = new MadeMinutiae(count);
        return IntStream.range(0, count).mapToObj(i -> made.strangerTo(impressions)).toList();
    }

    private static Search exhaustive(
            Probe probe, Map<String, FingerTemplate> subjects, String mate) {
        double stranger =
                subjects.entrySet().parallelStream()
                        .filter(entry -> !entry.getKey().equals(mate))
                        .mapToDouble(entry -> probe.score(entry.getValue()))
                        .max()
                        .orElse(0);
        FingerTemplate template = subjects.get(mate);
        return new Search(template == null ? -1 : probe.score(template), stranger);
    }

    private static Search ours(Probe probe, FingerGallery gallery, String mate) {
        double found = -1;
        double stranger = 0;
        for (Identification.Candidate candidate : gallery.best(probe, FOUND)) {
            if (candidate.subject().equals(mate)) {
                found = candidate.score();
            } else {
                stranger = Math.max(stranger, candidate.score());
            }
        }
        return new Search(found, stranger);
    }

    private static double missed(List<Search> searches, double threshold) {
        return searches.stream().filter(search -> search.mate() < threshold).count()
                / (double) searches.size();
    }

    private static double atFpir(List<Search> searches) {
        double[] strangers = searches.stream().mapToDouble(Search::stranger).toArray();
        Arrays.sort(strangers);
        int reaching = (int) (FPIR * strangers.length);
        return Math.nextUp(strangers[strangers.length - 1 - reaching]);
    }
}
