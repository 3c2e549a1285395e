package org.tamga.election.checkin;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the journal keeps of one step of an identification: figures only, nothing biometric, and
 * nobody's id. Goes into the event of the admission or refusal that the step led to.
 *
 * @param ladder ID-nn
 * @param step how many steps this person took, this one included, from 1
 * @param quality of the finger image, 0..100
 * @param comparison absent when nothing was compared
 * @param elapsedMillis since the person's first presentation, rounded up to half seconds
 */
public record IdentificationRecord(
        String ladder, int step, int quality, @Nullable Comparison comparison, long elapsedMillis) {

    /**
     * How alike, and how alike was needed.
     *
     * @param scoreMilli best score times 1000
     * @param thresholdMilli score needed times 1000
     * @param fingers different fingers that counted together, 0 for a face
     * @param paired minutiae that found a partner
     * @param minutiae of the poorer print
     * @param falseMatchRate that the threshold leaves one comparison, above 0
     */
    public record Comparison(
            long scoreMilli,
            long thresholdMilli,
            int fingers,
            int paired,
            int minutiae,
            double falseMatchRate) {

        private Map<String, String> eventData() {
            return Map.of(
                    "scoreMilli", Long.toString(scoreMilli),
                    "thresholdMilli", Long.toString(thresholdMilli),
                    "fingers", Integer.toString(fingers),
                    "paired", Integer.toString(paired),
                    "minutiae", Integer.toString(minutiae),
                    "fmrLog10Milli", Long.toString(Math.round(1000 * Math.log10(falseMatchRate))));
        }
    }

    /** Data for CHECKED_IN and CHECK_IN_REFUSED beside that of the decision. */
    public Map<String, String> eventData() {
        Map<String, String> data = new TreeMap<>();
        data.put("ladder", ladder);
        data.put("step", Integer.toString(step));
        data.put("quality", Integer.toString(quality));
        data.put("elapsedMillis", Long.toString(elapsedMillis));
        Optional.ofNullable(comparison).map(Comparison::eventData).ifPresent(data::putAll);
        return data;
    }
}
