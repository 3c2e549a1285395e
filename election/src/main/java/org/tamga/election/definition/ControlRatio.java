package org.tamga.election.definition;

import java.util.List;
import org.tamga.election.text.LocalizedText;

/**
 * An identity that the lines of a correct protocol fulfil: {@code Σ left relation Σ right}. A ratio
 * that mentions a line of a contest is evaluated for each contest.
 *
 * @param contests ids of the contests it is for, empty for every contest: valid ballots equal the
 *     sum of votes only where one vote is allowed
 * @param advice what to recount when it does not hold
 */
public record ControlRatio(
        String code,
        List<String> contests,
        Severity severity,
        List<Term> left,
        Relation relation,
        List<Term> right,
        LocalizedText advice) {
    public ControlRatio {
        contests = List.copyOf(contests);
        left = List.copyOf(left);
        right = List.copyOf(right);
    }
}
