package org.tamga.election.definition;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.wire.Hex;

/** Whether the parts of a package fit together. */
final class PackageCheck {
    private final ElectionPackage pack;
    private final Problems problems = new Problems();

    PackageCheck(ElectionPackage pack) {
        this.pack = pack;
    }

    List<String> problems() {
        frame();
        pack.contests().forEach(this::contest);
        problems.ids(pack.contests().stream().map(Contest::id).toList(), "contests");
        ballotStyles();
        new StationCheck(pack, problems).run();
        new FormCheck(
                        pack.protocolForm(),
                        pack.contests().stream().map(Contest::id).toList(),
                        problems)
                .run();
        policies(pack.policies());
        ballotKeys(pack.ballotKeys());
        return problems.found();
    }

    private void frame() {
        problems.id(pack.electionId(), "election");
        problems.unless(pack.packageVersion() >= 1, "package version", "versions begin at 1");
        problems.unless(
                pack.validFrom().isBefore(pack.validUntil()),
                "validity",
                "it ends before it begins");
        problems.text(pack.title(), "title");
        problems.unless(
                Hex.isBytes(pack.cardPublicKey(), 32),
                "card key",
                "not 32 bytes in lower-case hex");
        try {
            ZoneId zone = ZoneId.of(pack.timeZone());
            boolean covered =
                    !pack.electionDay().isBefore(pack.validFrom().atZone(zone).toLocalDate())
                            && !pack.electionDay()
                                    .isAfter(pack.validUntil().atZone(zone).toLocalDate());
            problems.unless(covered, "election day", "the package is not valid on it");
        } catch (DateTimeException e) {
            problems.unless(false, "time zone", "there is no " + pack.timeZone());
        }
    }

    private void contest(Contest contest) {
        String place = "contest " + contest.id();
        problems.text(contest.title(), place);
        problems.ids(
                contest.candidates().stream().map(Candidate::id).toList(), place + ", candidates");
        problems.range(
                contest.votesAllowed(),
                1,
                Math.max(1, contest.candidates().size()),
                place + ", votes allowed");
        contest.candidates()
                .forEach(
                        candidate ->
                                problems.text(candidate.name(), place + ", " + candidate.id()));
        long againstAll =
                contest.candidates().stream()
                        .filter(candidate -> candidate.kind() == CandidateKind.AGAINST_ALL)
                        .count();
        problems.unless(againstAll <= 1, place, "against all stands there more than once");
    }

    private void ballotStyles() {
        List<String> contests = pack.contests().stream().map(Contest::id).toList();
        problems.ids(pack.ballotStyles().stream().map(BallotStyle::id).toList(), "ballot styles");
        for (BallotStyle style : pack.ballotStyles()) {
            String place = "ballot style " + style.id();
            problems.text(style.name(), place);
            problems.unless(!style.contestIds().isEmpty(), place, "no contest");
            problems.once(style.contestIds(), place);
            problems.known(style.contestIds(), contests, place);
            List<String> inOrder = contests.stream().filter(style.contestIds()::contains).toList();
            problems.unless(
                    inOrder.equals(style.contestIds()),
                    place,
                    "contests not in the order of the package");
        }
        List<String> used =
                pack.ballotStyles().stream().flatMap(style -> style.contestIds().stream()).toList();
        contests.forEach(
                contest ->
                        problems.unless(
                                used.contains(contest), "contest " + contest, "on no ballot"));
    }

    private void policies(Policies policies) {
        problems.range(
                policies.verificationFmrPerMillion(), 1, 100_000, "verificationFmrPerMillion");
        problems.range(
                policies.identificationFpirPerMillion(),
                1,
                100_000,
                "identificationFpirPerMillion");
        problems.range(policies.qualityFloor(), 0, 100, "qualityFloor");
        problems.range(policies.fingerAttempts(), 1, 10, "fingerAttempts");
        ladder(policies.ladder());
        problems.range(policies.unlockShares(), 2, 10, "unlockShares");
        problems.range(policies.unlockThreshold(), 2, policies.unlockShares(), "unlockThreshold");
        problems.range(policies.logBatchMinimum(), 8, 10_000, "logBatchMinimum");
        problems.range(policies.mergeBallotsBelow(), 0, 10_000, "mergeBallotsBelow");
        problems.range(policies.maxClockSkewSeconds(), 1, 86_400, "maxClockSkewSeconds");
        problems.range(policies.protocolSignersMinimum(), 1, 20, "protocolSignersMinimum");
        problems.unless(
                policies.opens().isBefore(policies.closes()),
                "opening hours",
                "closes before it opens");
    }

    private void ladder(LadderPolicy ladder) {
        problems.range(ladder.seconds(), 10, 600, "ladder, seconds");
        problems.range(ladder.fingers(), 1, 10, "ladder, fingers");
        problems.range(ladder.faceFmrPerMillion(), 0, 10_000, "ladder, faceFmrPerMillion");
        problems.range(
                ladder.faceOfficerFmrPerMillion(),
                ladder.faceFmrPerMillion(),
                100_000,
                "ladder, faceOfficerFmrPerMillion");
    }

    private void ballotKeys(BallotKeys keys) {
        String place = "ballot keys";
        problems.range(keys.guardians(), 1, 20, place + ", guardians");
        problems.range(keys.threshold(), 1, keys.guardians(), place + ", threshold");
        List<Integer> expected = IntStream.rangeClosed(1, keys.guardians()).boxed().toList();
        List<Integer> indexes = keys.guardianKeys().stream().map(key -> key.index()).toList();
        problems.unless(indexes.equals(expected), place, "not one key for each guardian in order");
        boolean commitments =
                keys.guardianKeys().stream()
                        .allMatch(key -> key.commitments().size() == keys.threshold());
        problems.unless(commitments, place, "not as many commitments as the threshold");
    }
}
