package org.tamga.matcher;

import java.util.List;

/** 1:1: is the presented finger one of the claimed person's enrolled fingers? */
public final class FingerVerifier {
    private FingerVerifier() {}

    /**
     * Compares with every enrolled template in both directions and keeps the best score (max rule).
     * As each further comparison is a further chance for an impostor, the threshold is raised to
     * keep the false match rate of the whole decision at the target (union bound, {@link
     * Threshold#forComparisons}).
     *
     * @param enrolled the claimed person's templates, of any fingers and impressions; none →
     *     refused
     */
    public static Verification verify(
            Probe probe, List<FingerTemplate> enrolled, Threshold threshold) {
        double best = 0;
        int bestTemplate = -1;
        for (int i = 0; i < enrolled.size(); i++) {
            double score = probe.symmetricScore(enrolled.get(i));
            if (bestTemplate < 0 || score > best) {
                best = score;
                bestTemplate = i;
            }
        }
        double needed = threshold.forComparisons(Math.max(1, enrolled.size())).score();
        return new Verification(
                best, bestTemplate >= 0 && best >= needed, needed, enrolled.size(), bestTemplate);
    }
}
