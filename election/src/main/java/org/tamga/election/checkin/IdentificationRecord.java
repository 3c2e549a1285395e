package org.tamga.election.checkin;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the journal keeps of an identification: figures only, nothing biometric, and nobody's id.
 * Goes into the event of the admission or refusal that it led to. Journals are published: how well
 * somebody's finger could be read never stands beside a voter's id, and nothing here says which
 * refusals were of one person.
 *
 * @param ladder ID-nn
 * @param method of the last comparison: FINGER_1N, FINGER_1_1 or FACE_1_1; absent when nothing was
 *     compared
 * @param quality of the finger image, 0..100; absent when a face followed
 * @param finger absent when no finger was compared
 * @param face absent when no face was compared
 */
public record IdentificationRecord(
        String ladder,
        @Nullable String method,
        @Nullable Integer quality,
        @Nullable Finger finger,
        @Nullable Face face) {

    /**
     * How alike the fingers were, and how alike was needed.
     *
     * @param scoreMilli best score times 1000
     * @param thresholdMilli score needed times 1000
     * @param fingers different fingers that counted together
     * @param paired minutiae that found a partner
     * @param minutiae of the poorer print
     * @param falseMatchRate that the threshold leaves one comparison; 0 where there is no such rate
     */
    public record Finger(
            long scoreMilli,
            long thresholdMilli,
            int fingers,
            int paired,
            int minutiae,
            double falseMatchRate) {}

    /**
     * How alike the faces were.
     *
     * @param scoreMilli cosine times 1000
     * @param thresholdMilli cosine needed times 1000
     * @param falseMatchRate of that threshold; 0 where the network may not accept, and no score
     *     would do
     */
    public record Face(long scoreMilli, long thresholdMilli, double falseMatchRate) {}

    /** Data for CHECKED_IN beside that of the decision. */
    public Map<String, String> ofAdmission() {
        Map<String, String> data = new TreeMap<>();
        data.put("ladder", ladder);
        Optional.ofNullable(method).ifPresent(name -> data.put("method", name));
        if (finger != null) {
            data.put("scoreMilli", Long.toString(finger.scoreMilli()));
            data.put("fingers", Integer.toString(finger.fingers()));
            needed(
                    data,
                    "thresholdMilli",
                    finger.thresholdMilli(),
                    "fmrLog10Milli",
                    finger.falseMatchRate());
        }
        if (face != null) {
            data.put("faceScoreMilli", Long.toString(face.scoreMilli()));
            needed(
                    data,
                    "faceThresholdMilli",
                    face.thresholdMilli(),
                    "faceFmrLog10Milli",
                    face.falseMatchRate());
        }
        return data;
    }

    /**
     * Data for CHECK_IN_REFUSED beside that of the decision.
     *
     * @param named whether the event names a voter
     */
    public Map<String, String> ofRefusal(boolean named) {
        Map<String, String> data = ofAdmission();
        if (named) {
            return data;
        }
        Optional.ofNullable(quality)
                .ifPresent(value -> data.put("quality", Integer.toString(value)));
        if (finger != null) {
            data.put("paired", Integer.toString(finger.paired()));
            data.put("minutiae", Integer.toString(finger.minutiae()));
        }
        return data;
    }

    /** Without a rate there is no score that would have done, and 0 has no logarithm. */
    private static void needed(
            Map<String, String> data, String score, long milli, String log10, double rate) {
        if (rate > 0) {
            data.put(score, Long.toString(milli));
            data.put(log10, Long.toString(Math.round(1000 * Math.log10(rate))));
        }
    }
}
