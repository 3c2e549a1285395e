package org.tamga.election.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.election.ballot.EveryValue.Changed;

class TallyTest {
    private static final SampleElection ELECTION = SampleElection.create(3, 2);
    private static final TallyDecryption DECRYPTION =
            new TallyDecryption(ELECTION.keys(), ELECTION.manifest());
    private static final List<Map<String, List<String>>> CHOICES =
            List.of(
                    Map.of("head", List.of("a"), "council", List.of("x", "y")),
                    Map.of("head", List.of("a"), "council", List.of("y")),
                    Map.of("head", List.of("none")),
                    Map.of());
    private static final List<EncryptedBallot> BALLOTS = ballots();

    private static List<EncryptedBallot> ballots() {
        try (BallotEncryptor encryptor =
                new BallotEncryptor(
                        ELECTION.keys(), ELECTION.manifest(), "0101-B1", SampleElection.RANDOM)) {
            List<EncryptedBallot> ballots = new ArrayList<>();
            CHOICES.forEach(choice -> ballots.add(encryptor.encrypt("both", choice).cast()));
            Map<String, List<String>> council = Map.of("council", List.of("x"));
            ballots.add(encryptor.encrypt("council-only", council).cast());
            ballots.add(encryptor.encrypt("council-only", council).challenge());
            return ballots;
        }
    }

    private static EncryptedTally tally() {
        EncryptedTally tally = EncryptedTally.empty(ELECTION.manifest(), "0101");
        for (EncryptedBallot ballot : BALLOTS.subList(0, 5)) {
            tally = tally.add(ballot);
        }
        return tally;
    }

    private static DecryptedTally combined(EncryptedTally tally, int... guardians) {
        TallyCombination combination = DECRYPTION.combine(tally, ELECTION.shares(tally, guardians));
        return assertInstanceOf(TallyCombination.Combined.class, combination).tally();
    }

    private static Map<String, Integer> votes(DecryptedTally tally) {
        Map<String, Integer> votes = new HashMap<>();
        tally.contests()
                .forEach(
                        contest ->
                                contest.selections()
                                        .forEach(s -> votes.put(s.candidateId(), s.votes())));
        return votes;
    }

    @Test
    @DisplayName("Any two of three guardians find the plain count; the spoiled ballot is not in it")
    void anyTwoOfThree() {
        Map<String, Integer> plain = Map.of("a", 2, "b", 0, "none", 1, "x", 2, "y", 2, "z", 0);
        EncryptedTally tally = tally();
        assertEquals(List.of(), DECRYPTION.verifyAggregate(tally, BALLOTS));
        for (int[] guardians : new int[][] {{1, 2}, {1, 3}, {2, 3}}) {
            DecryptedTally decrypted = combined(tally, guardians);
            assertEquals(plain, votes(decrypted));
            assertEquals(List.of(), DECRYPTION.verify(decrypted));
        }
    }

    @Test
    @DisplayName("Fewer or more than k shares, or one twice, are refused")
    void exactlyThreshold() {
        EncryptedTally tally = EncryptedTally.empty(ELECTION.manifest(), "0101");
        for (int[] guardians : new int[][] {{}, {1}, {1, 1}, {2, 1}, {1, 2, 3}}) {
            TallyCombination combination =
                    DECRYPTION.combine(tally, ELECTION.shares(tally, guardians));
            assertEquals(
                    ProblemCode.TALLY_GUARDIANS,
                    assertInstanceOf(TallyCombination.Refused.class, combination)
                            .problems()
                            .getFirst()
                            .code());
        }
    }

    @Test
    @DisplayName("Any changed value of a decrypted tally is found")
    void everyChangedValueIsFound() {
        Manifest small =
                new Manifest(
                        "small",
                        List.of(new Manifest.ManifestContest("c", 1, List.of("a"))),
                        List.of(new Manifest.ManifestStyle("s", List.of("c"))));
        SampleElection election = SampleElection.create(2, 2, small);
        TallyDecryption decryption = new TallyDecryption(election.keys(), small);
        EncryptedBallot ballot;
        try (BallotEncryptor encryptor =
                new BallotEncryptor(election.keys(), small, "t", SampleElection.RANDOM)) {
            ballot = encryptor.encrypt("s", Map.of("c", List.of("a"))).cast();
        }
        EncryptedTally tally = EncryptedTally.empty(small, "0101").add(ballot);
        TallyCombination combination = decryption.combine(tally, election.shares(tally, 1, 2));
        DecryptedTally right =
                assertInstanceOf(TallyCombination.Combined.class, combination).tally();
        for (Changed changed : EveryValue.changed(right)) {
            DecryptedTally read = EveryValue.read(changed.json(), DecryptedTally.class);
            assertTrue(
                    read == null
                            || !decryption.verify(read).isEmpty()
                            || !decryption
                                    .verifyAggregate(read.encrypted(), List.of(ballot))
                                    .isEmpty(),
                    changed::where);
        }
    }

    @Test
    @DisplayName("A ballot left out or added is found; small stations merge to the same sum")
    void aggregates() {
        EncryptedTally tally = tally();
        assertEquals(
                ProblemCode.TALLY_AGGREGATE,
                DECRYPTION.verifyAggregate(tally, BALLOTS.subList(1, 6)).getFirst().code());
        EncryptedTally one = EncryptedTally.empty(ELECTION.manifest(), "0101");
        EncryptedTally two = EncryptedTally.empty(ELECTION.manifest(), "0102");
        for (int i = 0; i < 5; i++) {
            if (i < 2) {
                one = one.add(BALLOTS.get(i));
            } else {
                two = two.add(BALLOTS.get(i));
            }
        }
        assertEquals(tally, one.merge(two, "0101"));
    }
}
