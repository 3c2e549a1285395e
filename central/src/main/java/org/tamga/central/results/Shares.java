package org.tamga.central.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Percentages that add up to exactly 100, by the method of largest remainders (Hare-Niemeyer). */
public final class Shares {
    private static final long WHOLE = 10_000;

    private Shares() {}

    /**
     * Shares in hundredths of a percent.
     *
     * @param votes 0 or more each
     * @return as many numbers with the sum 10,000; all 0 if there are no votes
     */
    public static List<Long> of(List<Long> votes) {
        long total = votes.stream().mapToLong(Long::longValue).sum();
        if (total == 0) {
            return votes.stream().map(vote -> 0L).toList();
        }
        var shares = new ArrayList<Long>(votes.stream().map(v -> v * WHOLE / total).toList());
        long missing = WHOLE - shares.stream().mapToLong(Long::longValue).sum();
        // Equal remainders: the one listed first, so that the same votes always show the same.
        IntStream.range(0, votes.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -(votes.get(i) * WHOLE % total)))
                .limit(missing)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return shares;
    }
}
