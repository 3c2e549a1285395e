package org.tamga.election.ballot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tamga.election.ballot.EncryptedTally.TallyContest;

/**
 * What a guardian demands before it decrypts anything, so that a centre that asks for more than
 * sums gets nothing: every ballot is proved, every tally is the sum of the boxes it names, no
 * ballot is in two sums that are ever decrypted, and no sum is of fewer ballots than agreed.
 * Together with the rule that sums are equal or disjoint, no difference of two of them says
 * anything about few ballots.
 */
public final class TallyReview {
    private final BallotKeys keys;
    private final Manifest manifest;
    private final int fewestBallots;
    private final boolean smallElection;

    /**
     * @param keys the joint key that the ballots were encrypted under
     * @param fewestBallots cast ballots that a sum must have in each contest, if any
     * @param smallElection whether all ballots of a contest may be fewer than that; a person who
     *     knows the election has to say so
     */
    public TallyReview(
            BallotKeys keys, Manifest manifest, int fewestBallots, boolean smallElection) {
        this.keys = keys;
        this.manifest = manifest;
        this.fewestBallots = fewestBallots;
        this.smallElection = smallElection;
    }

    /** All tallies passed, or nothing is decrypted. */
    public sealed interface Outcome {}

    /** In the order of the claims. */
    public record Passed(List<ReviewedTally> tallies) implements Outcome {
        public Passed {
            tallies = List.copyOf(tallies);
        }
    }

    /** What is wrong, at least one problem. */
    public record Refused(List<Problem> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reviews all tallies that are to be decrypted together.
     *
     * @param before what this guardian decrypted earlier; the same tally again is fine
     */
    public Outcome review(List<TallyClaim> claims, List<DecryptedSum> before) {
        List<Problem> problems = new ArrayList<>(KeyCeremony.check(keys, manifest));
        if (problems.isEmpty()) {
            problems.addAll(ballots(claims));
        }
        if (problems.isEmpty()) {
            var decryption = new TallyDecryption(keys, manifest);
            claims.forEach(
                    claim ->
                            problems.addAll(
                                    decryption.verifyAggregate(claim.tally(), claim.ballots())));
        }
        if (problems.isEmpty()) {
            problems.addAll(small(claims));
            problems.addAll(overlapping(claims, before));
        }
        return problems.isEmpty()
                ? new Passed(claims.stream().map(ReviewedTally::new).toList())
                : new Refused(problems);
    }

    private List<Problem> ballots(List<TallyClaim> claims) {
        List<EncryptedBallot> ballots =
                claims.stream().flatMap(claim -> claim.ballots().stream()).toList();
        var check = new BallotCheck(keys, manifest);
        List<Problem> problems = new ArrayList<>(BallotCheck.duplicates(ballots));
        problems.addAll(
                ballots.parallelStream().flatMap(ballot -> check.verify(ballot).stream()).toList());
        return problems;
    }

    private List<Problem> small(List<TallyClaim> claims) {
        Map<String, Integer> all =
                claims.stream()
                        .flatMap(claim -> claim.tally().contests().stream())
                        .collect(
                                Collectors.toMap(
                                        TallyContest::contestId,
                                        TallyContest::ballots,
                                        Integer::sum));
        List<Problem> problems = new ArrayList<>();
        for (TallyClaim claim : claims) {
            for (TallyContest contest : claim.tally().contests()) {
                boolean whole =
                        smallElection
                                && contest.ballots() == all.getOrDefault(contest.contestId(), 0);
                if (contest.ballots() > 0 && contest.ballots() < fewestBallots && !whole) {
                    problems.add(
                            new Problem(
                                    ProblemCode.TALLY_FEW_BALLOTS,
                                    "%s, %s, %d of %d ballots"
                                            .formatted(
                                                    claim.tally().tallyId(),
                                                    contest.contestId(),
                                                    contest.ballots(),
                                                    fewestBallots)));
                }
            }
        }
        return problems;
    }

    private static List<Problem> overlapping(List<TallyClaim> claims, List<DecryptedSum> before) {
        Map<String, DecryptedSum> known =
                before.stream()
                        .collect(
                                Collectors.toMap(
                                        DecryptedSum::tally, Function.identity(), (a, b) -> a));
        Set<String> decrypted = new HashSet<>();
        before.forEach(sum -> decrypted.addAll(sum.ballots()));
        return claims.stream()
                .filter(claim -> !known.containsKey(ReviewedTally.digest(claim.tally())))
                .filter(
                        claim ->
                                claim.cast().stream()
                                        .anyMatch(ballot -> decrypted.contains(ballot.ballotId())))
                .map(claim -> new Problem(ProblemCode.TALLY_OVERLAP, claim.tally().tallyId()))
                .toList();
    }
}
