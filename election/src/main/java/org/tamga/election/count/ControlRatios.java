package org.tamga.election.count;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ControlRatio;
import org.tamga.election.definition.FormLine;
import org.tamga.election.definition.LineKey;
import org.tamga.election.definition.LineScope;
import org.tamga.election.definition.ProtocolForm;
import org.tamga.election.definition.Term;

/** Evaluates the control ratios of a form; lines that have no value yet count as 0. */
public final class ControlRatios {
    private final ProtocolForm form;
    private final Map<String, Long> values;

    private ControlRatios(ProtocolForm form, Map<String, Long> values) {
        this.form = form;
        this.values = values;
    }

    /**
     * Evaluates all ratios in the order of the form, those of contests in the order of the
     * contests.
     *
     * @param contests the contests of the station
     * @param values numbers by line key
     * @throws IllegalArgumentException if a ratio names a line that the form has not
     * @throws ArithmeticException if a sum exceeds a long
     */
    public static List<RatioOutcome> evaluate(
            ProtocolForm form, List<Contest> contests, Map<String, Long> values) {
        ControlRatios ratios = new ControlRatios(form, values);
        return form.ratios().stream()
                .flatMap(
                        ratio ->
                                ratios.isOfContests(ratio)
                                        ? contests.stream()
                                                .filter(contest -> isFor(ratio, contest))
                                                .map(contest -> ratios.outcome(ratio, contest))
                                        : Stream.of(ratios.outcome(ratio, null)))
                .toList();
    }

    private boolean isOfContests(ControlRatio ratio) {
        return terms(ratio).anyMatch(term -> line(term).scope() != LineScope.STATION);
    }

    private static boolean isFor(ControlRatio ratio, Contest contest) {
        return ratio.contests().isEmpty() || ratio.contests().contains(contest.id());
    }

    private RatioOutcome outcome(ControlRatio ratio, @Nullable Contest contest) {
        long left = sum(ratio.left(), contest);
        long right = sum(ratio.right(), contest);
        return new RatioOutcome(
                ratio.code(),
                contest == null ? null : contest.id(),
                ratio.relation().holds(left, right),
                left,
                right,
                Math.subtractExact(left, right),
                terms(ratio).flatMap(term -> keys(term, contest)).distinct().sorted().toList(),
                ratio.severity());
    }

    private long sum(List<Term> terms, @Nullable Contest contest) {
        return terms.stream()
                .flatMap(
                        term ->
                                keys(term, contest)
                                        .map(
                                                key ->
                                                        Math.multiplyExact(
                                                                (long) term.factor(),
                                                                values.getOrDefault(key, 0L))))
                .reduce(0L, Math::addExact);
    }

    private Stream<String> keys(Term term, @Nullable Contest contest) {
        FormLine line = line(term);
        if (contest == null || line.scope() == LineScope.STATION) {
            return Stream.of(LineKey.station(line.code()));
        }
        return line.scope() == LineScope.CONTEST
                ? Stream.of(LineKey.contest(line.code(), contest.id()))
                : contest.candidates().stream()
                        .map(
                                candidate ->
                                        LineKey.candidate(
                                                line.code(), contest.id(), candidate.id()));
    }

    private FormLine line(Term term) {
        return form.line(term.line())
                .orElseThrow(() -> new IllegalArgumentException("there is no line " + term.line()));
    }

    private static Stream<Term> terms(ControlRatio ratio) {
        return Stream.concat(ratio.left().stream(), ratio.right().stream());
    }
}
