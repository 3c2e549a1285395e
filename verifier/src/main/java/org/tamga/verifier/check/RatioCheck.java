package org.tamga.verifier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.verifier.format.ElectionPackage.Contest;
import org.tamga.verifier.format.ElectionPackage.ControlRatio;
import org.tamga.verifier.format.ElectionPackage.FormLine;
import org.tamga.verifier.format.ElectionPackage.LineScope;
import org.tamga.verifier.format.ElectionPackage.ProtocolForm;
import org.tamga.verifier.format.ElectionPackage.Term;
import org.tamga.verifier.format.Protocol.Outcome;

/** The lines and control ratios of a form for the contests of a station. */
final class RatioCheck {
    private final ProtocolForm form;
    private final List<Contest> contests;

    RatioCheck(ProtocolForm form, List<Contest> contests) {
        this.form = form;
        this.contests = contests;
    }

    /** Keys of all lines that a protocol of the station has. */
    Set<String> keys() {
        var keys = new TreeSet<String>();
        for (FormLine line : form.lines()) {
            if (line.scope() == LineScope.STATION) {
                keys.add(line.code());
            } else {
                contests.forEach(contest -> keys.addAll(keys(line, contest)));
            }
        }
        return keys;
    }

    /** Outcomes of all ratios, in the order of the form and then of the contests. */
    List<Outcome> outcomes(Map<String, Long> values) {
        List<Outcome> outcomes = new ArrayList<>();
        for (ControlRatio ratio : form.ratios()) {
            boolean ofContests =
                    terms(ratio).anyMatch(term -> line(term).scope() != LineScope.STATION);
            if (ofContests) {
                contests.stream()
                        .filter(
                                c ->
                                        ratio.contests().isEmpty()
                                                || ratio.contests().contains(c.id()))
                        .forEach(contest -> outcomes.add(outcome(ratio, contest, values)));
            } else {
                outcomes.add(outcome(ratio, null, values));
            }
        }
        return outcomes;
    }

    private Outcome outcome(
            ControlRatio ratio, @Nullable Contest contest, Map<String, Long> values) {
        long left = sum(ratio.left(), contest, values);
        long right = sum(ratio.right(), contest, values);
        boolean holds =
                switch (ratio.relation()) {
                    case EQ -> left == right;
                    case LE -> left <= right;
                    case GE -> left >= right;
                };
        List<String> lines =
                terms(ratio)
                        .flatMap(term -> keys(line(term), contest).stream())
                        .distinct()
                        .sorted()
                        .toList();
        return new Outcome(
                ratio.code(),
                contest == null ? null : contest.id(),
                holds,
                left,
                right,
                left - right,
                lines,
                ratio.severity());
    }

    private long sum(List<Term> terms, @Nullable Contest contest, Map<String, Long> values) {
        long sum = 0;
        for (Term term : terms) {
            for (String key : keys(line(term), contest)) {
                sum += term.factor() * values.getOrDefault(key, 0L);
            }
        }
        return sum;
    }

    private static List<String> keys(FormLine line, @Nullable Contest contest) {
        if (contest == null || line.scope() == LineScope.STATION) {
            return List.of(line.code());
        }
        String key = line.code() + "@" + contest.id();
        return line.scope() == LineScope.CONTEST
                ? List.of(key)
                : contest.candidates().stream().map(c -> key + "@" + c.id()).toList();
    }

    private FormLine line(Term term) {
        return form.lines().stream()
                .filter(line -> line.code().equals(term.line()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the package was checked before"));
    }

    private static Stream<Term> terms(ControlRatio ratio) {
        return Stream.concat(ratio.left().stream(), ratio.right().stream());
    }
}
