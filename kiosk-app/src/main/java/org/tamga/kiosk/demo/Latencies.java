package org.tamga.kiosk.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long one kind of step took, each time, in milliseconds. */
final class Latencies {
    private final List<Long> millis = new ArrayList<>();

    void add(long duration) {
        millis.add(duration);
    }

    Percentiles percentiles() {
        var sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return new Percentiles(sorted.size(), at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    // Nearest rank: the smallest value that at least p percent of all values do not exceed.
    private static long at(List<Long> sorted, int p) {
        if (sorted.isEmpty()) {
            return 0;
        }
        var rank = (int) Math.ceil(p / 100.0 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    /** Milliseconds; all 0 when there was no such step. */
    record Percentiles(int count, long p50, long p95, long p99) {}
}
