package org.tamga.kiosk.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ElectionPackage;

/**
 * What people vote, drawn at random, and what must come out in the end. Only sums are kept: not
 * even the demonstration knows who voted what.
 */
final class Voting {
    private static final double INVALID = 0.02;
    private static final double BLANK = 0.03;

    private final ElectionPackage election;
    private final Random random;
    private final Map<String, PaperBox> paper = new TreeMap<>();
    private final Map<String, Map<String, Long>> online = new TreeMap<>();
    private int onlineCast;

    Voting(ElectionPackage election, Random random) {
        this.election = election;
        this.random = random;
    }

    /** The ballots of one contest in the stationary box. */
    static final class PaperBox {
        private long issued;
        private long invalid;
        private final Map<String, Long> votes = new TreeMap<>();

        long issued() {
            return issued;
        }

        long invalid() {
            return invalid;
        }

        long valid() {
            return issued - invalid;
        }

        long votes(String candidate) {
            return votes.getOrDefault(candidate, 0L);
        }
    }

    /** Somebody fills in a paper ballot of each contest and drops them into the box. */
    void onPaper(String ballotStyle) {
        for (var contest : contests(ballotStyle)) {
            var box = paper(contest.id());
            var choice = random.nextDouble() < INVALID ? List.<String>of() : choice(contest);
            box.issued++;
            if (choice.isEmpty()) {
                box.invalid++;
            }
            choice.forEach(candidate -> box.votes.merge(candidate, 1L, Long::sum));
        }
    }

    /** A choice for the booth; {@link #cast} counts it once the booth has taken it. */
    Map<String, List<String>> online(String ballotStyle) {
        var choices = new HashMap<String, List<String>>();
        for (var contest : contests(ballotStyle)) {
            choices.put(contest.id(), random.nextDouble() < BLANK ? List.of() : choice(contest));
        }
        return choices;
    }

    void cast(Map<String, List<String>> choices) {
        onlineCast++;
        choices.forEach(
                (contest, candidates) ->
                        candidates.forEach(
                                candidate -> onlineVotes(contest).merge(candidate, 1L, Long::sum)));
    }

    PaperBox paper(String contest) {
        return paper.computeIfAbsent(contest, _ -> new PaperBox());
    }

    private Map<String, Long> onlineVotes(String contest) {
        return online.computeIfAbsent(contest, _ -> new TreeMap<>());
    }

    int onlineCast() {
        return onlineCast;
    }

    /** Votes that the result must show: contest, candidate, number; paper and online together. */
    Map<String, Map<String, Long>> expected() {
        var expected = new TreeMap<String, Map<String, Long>>();
        for (var contest : election.contests()) {
            var votes = new TreeMap<String, Long>();
            for (var candidate : contest.candidates()) {
                var total =
                        paper(contest.id()).votes(candidate.id())
                                + onlineVotes(contest.id()).getOrDefault(candidate.id(), 0L);
                votes.put(candidate.id(), total);
            }
            expected.put(contest.id(), votes);
        }
        return expected;
    }

    private List<Contest> contests(String ballotStyle) {
        return election.ballotStyle(ballotStyle).orElseThrow().contestIds().stream()
                .map(id -> election.contest(id).orElseThrow())
                .toList();
    }

    // At least one candidate; fewer than allowed now and then.
    private List<String> choice(Contest contest) {
        var candidates = new ArrayList<>(contest.candidates());
        Collections.shuffle(candidates, random);
        var votes = 1 + random.nextInt(contest.votesAllowed());
        return candidates.subList(0, Math.min(votes, candidates.size())).stream()
                .map(candidate -> candidate.id())
                .toList();
    }
}
