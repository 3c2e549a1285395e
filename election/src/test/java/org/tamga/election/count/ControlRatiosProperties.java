package org.tamga.election.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.tamga.election.definition.Candidate;
import org.tamga.election.definition.CandidateKind;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ControlRatio;
import org.tamga.election.definition.FormLine;
import org.tamga.election.definition.LineScope;
import org.tamga.election.definition.LineSource;
import org.tamga.election.definition.ProtocolForm;
import org.tamga.election.definition.Relation;
import org.tamga.election.definition.Severity;
import org.tamga.election.definition.Term;
import org.tamga.election.text.LocalizedText;

class ControlRatiosProperties {
    private static final LocalizedText TEXT = LocalizedText.same("x");

    private static FormLine line(String code, LineScope scope) {
        return new FormLine(code, scope, LineSource.TYPED, null, TEXT);
    }

    private static RatioOutcome evaluate(
            Relation relation, List<Term> left, List<Term> right, Map<String, Long> values) {
        ProtocolForm form =
                new ProtocolForm(
                        List.of(line("A", LineScope.STATION), line("B", LineScope.STATION)),
                        List.of(
                                new ControlRatio(
                                        "R",
                                        List.of(),
                                        Severity.ERROR,
                                        left,
                                        relation,
                                        right,
                                        TEXT)));
        return ControlRatios.evaluate(form, List.of(), values).getFirst();
    }

    @Property(tries = 500)
    void a_relation_holds_exactly_when_its_sums_say_so(
            @ForAll Relation relation,
            @ForAll @LongRange(max = 10_000_000) long a,
            @ForAll @LongRange(max = 10_000_000) long b,
            @ForAll @IntRange(min = -1001, max = 1001) int factor) {
        RatioOutcome outcome =
                evaluate(
                        relation,
                        List.of(new Term(factor, "A")),
                        List.of(new Term(1, "B")),
                        Map.of("A", a, "B", b));
        long gap = factor * a - b;
        assertEquals(gap, outcome.gap());
        assertEquals(
                switch (relation) {
                    case EQ -> gap == 0;
                    case LE -> gap <= 0;
                    case GE -> gap >= 0;
                },
                outcome.holds());
    }

    @Property(tries = 300)
    void exchanging_the_sides_turns_the_relation_round(
            @ForAll @LongRange(max = 1000) long a, @ForAll @LongRange(max = 1000) long b) {
        List<Term> left = List.of(new Term(1, "A"));
        List<Term> right = List.of(new Term(1, "B"));
        Map<String, Long> values = Map.of("A", a, "B", b);
        assertEquals(
                evaluate(Relation.LE, left, right, values).holds(),
                evaluate(Relation.GE, right, left, values).holds());
    }

    @Property(tries = 200)
    void votes_are_summed_over_the_candidates_of_one_contest_only(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(max = 100_000) Long> votes,
            @ForAll @LongRange(max = 100_000) long elsewhere) {
        List<Candidate> candidates =
                java.util.stream.IntStream.range(0, votes.size())
                        .mapToObj(i -> new Candidate("c" + i, CandidateKind.PERSON, TEXT, TEXT))
                        .toList();
        List<Contest> contests =
                List.of(
                        new Contest("one", TEXT, 1, candidates),
                        new Contest("two", TEXT, 1, candidates));
        Map<String, Long> values = new HashMap<>(Map.of("L20@two@c0", elsewhere));
        for (int i = 0; i < votes.size(); i++) {
            values.put("L20@one@c" + i, votes.get(i));
        }
        long sum = votes.stream().mapToLong(Long::longValue).sum();
        values.put("L10@one", sum);
        ProtocolForm form =
                new ProtocolForm(
                        List.of(line("L10", LineScope.CONTEST), line("L20", LineScope.CANDIDATE)),
                        List.of(
                                new ControlRatio(
                                        "R",
                                        List.of(),
                                        Severity.ERROR,
                                        List.of(new Term(1, "L20")),
                                        Relation.EQ,
                                        List.of(new Term(1, "L10")),
                                        TEXT)));
        List<RatioOutcome> outcomes = ControlRatios.evaluate(form, contests, values);
        assertEquals(List.of("R@one", "R@two"), outcomes.stream().map(RatioOutcome::key).toList());
        assertTrue(outcomes.getFirst().holds());
        assertEquals(elsewhere == 0, outcomes.getLast().holds());
        assertEquals(votes.size() + 1, outcomes.getFirst().lines().size());
    }
}
