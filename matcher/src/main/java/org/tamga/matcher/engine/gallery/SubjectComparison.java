package org.tamga.matcher.engine.gallery;

import java.util.List;
import org.tamga.matcher.engine.flat.FlatMatcher;

/**
 * The exact scores of one subject: first those of the first minutiae sets, which tell who is worth
 * the rest, then those of all sets. A subject counts with the best of its impressions for each
 * presented finger, summed over the fingers.
 */
final class SubjectComparison {
    private static final double NOT_COMPARED = -1;

    private final List<GallerySearch.Finger> fingers;
    private final String subject;
    private final List<Enrolled> impressions;

    /** By presented finger and impression. */
    private final double[][] first;

    private SubjectComparison(
            List<GallerySearch.Finger> fingers, String subject, List<Enrolled> impressions) {
        this.fingers = fingers;
        this.subject = subject;
        this.impressions = impressions;
        this.first = new double[fingers.size()][impressions.size()];
    }

    static SubjectComparison ofFirstSets(
            FlatMatcher matcher, List<GallerySearch.Finger> fingers, Segment segment, int s) {
        SubjectComparison comparison =
                new SubjectComparison(fingers, segment.subject(s), segment.impressions(s));
        for (int f = 0; f < fingers.size(); f++) {
            comparison.compareFirstSets(matcher, fingers.get(f), comparison.first[f]);
        }
        return comparison;
    }

    private void compareFirstSets(
            FlatMatcher matcher, GallerySearch.Finger finger, double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            Enrolled enrolled = impressions.get(i);
            scores[i] =
                    enrolled.answers(finger.position())
                            ? enrolled.firstScore(matcher, finger.probe())
                            : NOT_COMPARED;
        }
    }

    /** The subject's score if there were no other sets. */
    double firstScore() {
        double sum = 0;
        for (double[] scores : first) {
            double best = 0;
            for (double score : scores) {
                best = Math.max(best, score);
            }
            sum += best;
        }
        return sum;
    }

    /** Compares the other sets too. */
    GallerySearch.Hit complete(FlatMatcher matcher) {
        int position = impressions.getFirst().position();
        double sum = 0;
        double most = 0;
        for (int f = 0; f < first.length; f++) {
            double best = 0;
            for (int i = 0; i < first[f].length; i++) {
                if (first[f][i] == NOT_COMPARED) {
                    continue;
                }
                Enrolled enrolled = impressions.get(i);
                double score = enrolled.completed(first[f][i], matcher, fingers.get(f).probe());
                best = Math.max(best, score);
                if (score > most) {
                    most = score;
                    position = enrolled.position();
                }
            }
            sum += best;
        }
        return new GallerySearch.Hit(subject, position, sum);
    }
}
