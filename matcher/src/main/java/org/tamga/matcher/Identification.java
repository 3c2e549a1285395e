package org.tamga.matcher;

import java.util.List;
import java.util.Optional;

/** Outcome of 1:N. */
public sealed interface Identification {

    /** Best score over the whole gallery; 0 in an empty one. */
    double bestScore();

    /** Score that was needed. */
    double threshold();

    /**
     * One subject reaches the threshold and no other comes near it.
     *
     * @param subject id as given to the gallery
     * @param finger ISO/IEC 19794 position 1–10 of the matching enrolled finger
     * @param score best score of this subject
     * @param secondScore best score of any other subject, 0 when there is none
     */
    record Identified(
            String subject, int finger, double score, double secondScore, double threshold)
            implements Identification {
        @Override
        public double bestScore() {
            return score;
        }
    }

    /**
     * No subject reaches the threshold.
     *
     * @param best the subject that comes nearest, who is not identified by it; empty when nobody is
     *     like the probe at all
     */
    record NoMatch(Optional<Candidate> best, double threshold) implements Identification {
        @Override
        public double bestScore() {
            return best.map(Candidate::score).orElse(0.0);
        }
    }

    /**
     * Two or more subjects reach the threshold within {@link FingerGallery#AMBIGUITY_MARGIN} of the
     * best; a person has to decide.
     *
     * @param subjects candidates, best first
     */
    record Ambiguous(List<Candidate> subjects, double threshold) implements Identification {
        public Ambiguous {
            subjects = List.copyOf(subjects);
        }

        @Override
        public double bestScore() {
            return subjects.getFirst().score();
        }
    }

    /** A subject with its best score and the enrolled finger that gave it. */
    record Candidate(String subject, int finger, double score) {}
}
