package org.tamga.election.count;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.Severity;

/**
 * What became of a control ratio.
 *
 * @param code of the ratio
 * @param contest id of the contest it was evaluated for, absent for the station
 * @param gap leftSum minus rightSum
 * @param lines keys of all concrete lines it mentions, sorted
 */
public record RatioOutcome(
        String code,
        @Nullable String contest,
        boolean holds,
        long leftSum,
        long rightSum,
        long gap,
        List<String> lines,
        Severity severity) {
    public RatioOutcome {
        lines = List.copyOf(lines);
    }

    /**
     * Names one outcome: the ratio's code, with {@code @contest} where it is evaluated for a
     * contest.
     */
    public String key() {
        return contest == null ? code : code + "@" + contest;
    }
}
