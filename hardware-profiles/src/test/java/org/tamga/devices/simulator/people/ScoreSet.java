package org.tamga.devices.simulator.people;

import java.util.Arrays;

/**
 * Comparison scores of one set of fingerprints, ascending.
 *
 * @param genuine scores of pairs of the same finger
 * @param impostor scores of pairs of different fingers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ScoreSet(double[] genuine, double[] impostor) {

    ScoreSet {
        Arrays.sort(genuine);
        Arrays.sort(impostor);
    }

    static double percentile(double[] ascending, double percent) {
        return ascending[
                Math.clamp(
                        Math.round(percent / 100 * (ascending.length - 1)),
                        0,
                        ascending.length - 1)];
    }

    /** Share of genuine pairs below the threshold. */
    double fnmr(double threshold) {
        return (double) below(genuine, threshold) / genuine.length;
    }

    /** Share of impostor pairs at or above the threshold. */
    double fmr(double threshold) {
        return 1 - (double) below(impostor, threshold) / impostor.length;
    }

    double equalErrorRate() {
        double best = 1;
        for (double threshold : genuine) {
            best = Math.min(best, Math.max(fnmr(threshold), fmr(threshold)));
        }
        for (double threshold : impostor) {
            best = Math.min(best, Math.max(fnmr(threshold), fmr(threshold)));
        }
        return best;
    }

    private static int below(double[] ascending, double threshold) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
