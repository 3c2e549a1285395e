package org.tamga.matcher.decision;

import java.time.Duration;
import org.tamga.matcher.MatchExplanation;
import org.tamga.matcher.Threshold;

/**
 * What a journal may keep of one step: figures only, no minutia, image, template or candidate.
 *
 * @param quality of the finger image, 0–100; 0 for faces
 * @param scoreMilli best score times 1000 (a finger's on the SourceAFIS scale, a face's cosine); 0
 *     where nothing was compared
 * @param thresholdMilli score that was needed, times 1000; 0 where no score would do
 * @param fingers different fingers whose scores were summed
 * @param pairedMinutiae minutiae of the newest finger that found a partner in the best candidate
 * @param minutiae how many could have: those of the poorer print
 * @param falseMatchRate that the threshold leaves one comparison, 0 where there is no such rate
 * @param elapsed since the person's first presentation, in steps of half a second
 */
public record StepEvidence(
        Method method,
        int quality,
        long scoreMilli,
        long thresholdMilli,
        int fingers,
        int pairedMinutiae,
        int minutiae,
        double falseMatchRate,
        Duration elapsed) {
    private static final long ROUNDED_TO_MILLIS = 500;

    /** How the step compared. */
    public enum Method {
        /** Not at all: the image of the finger was too poor. */
        NONE,
        FINGER_1N,
        FINGER_1_1,
        FACE_1_1,
        /** A face was asked for and none was compared by a network. */
        NO_FACE;

        public boolean isFinger() {
            return this == FINGER_1N || this == FINGER_1_1;
        }

        public boolean isFace() {
            return this == FACE_1_1 || this == NO_FACE;
        }
    }

    public StepEvidence {
        long steps = Math.ceilDiv(Math.max(0, elapsed.toMillis()), ROUNDED_TO_MILLIS);
        elapsed = Duration.ofMillis(steps * ROUNDED_TO_MILLIS);
    }

    static StepEvidence poorImage(int quality, Duration elapsed) {
        return new StepEvidence(Method.NONE, quality, 0, 0, 0, 0, 0, 0, elapsed);
    }

    static StepEvidence noFace(Duration elapsed) {
        return new StepEvidence(Method.NO_FACE, 0, 0, 0, 0, 0, 0, 0, elapsed);
    }

    /**
     * @param pairs of the newest finger and the enrolled impression that is most alike
     */
    static StepEvidence ofFingers(
            Method method,
            int quality,
            double score,
            Threshold threshold,
            int fingers,
            MatchExplanation pairs,
            Duration elapsed) {
        return new StepEvidence(
                method,
                quality,
                milli(score),
                milli(threshold.score()),
                fingers,
                pairs.pairedMinutiae(),
                pairs.possibleMinutiae(),
                threshold.falseMatchRate(),
                elapsed);
    }

    /** Whether there is a score to show. */
    public boolean isCompared() {
        return method.isFinger() || method == Method.FACE_1_1;
    }

    static long milli(double value) {
        return Math.round(value * 1000);
    }
}
