package org.tamga.election.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A guardian that is asked to decrypt")
class TallyReviewTest {
    private static final SampleElection ELECTION = SampleElection.create(1, 1);
    private static final List<EncryptedBallot> BALLOTS = ballots();

    /** Four with both contests, two with the council alone, one spoiled. */
    private static List<EncryptedBallot> ballots() {
        try (BallotEncryptor encryptor =
                new BallotEncryptor(
                        ELECTION.keys(), ELECTION.manifest(), "0101-B", SampleElection.RANDOM)) {
            List<EncryptedBallot> ballots = new ArrayList<>();
            Map<String, List<String>> choice = Map.of("council", List.of("x"));
            for (String style : List.of("both", "both", "council-only", "both", "both")) {
                ballots.add(encryptor.encrypt(style, choice).cast());
            }
            ballots.add(encryptor.encrypt("council-only", choice).cast());
            ballots.add(encryptor.encrypt("both", choice).challenge());
            return ballots;
        }
    }

    private static TallyClaim claim(String id, List<EncryptedBallot> ballots) {
        EncryptedTally tally = EncryptedTally.empty(ELECTION.manifest(), id);
        for (EncryptedBallot ballot : ballots) {
            tally = ballot.state() == BallotState.CAST ? tally.add(ballot) : tally;
        }
        return new TallyClaim(tally, ballots);
    }

    private static TallyReview.Outcome review(
            int fewest, boolean small, List<DecryptedSum> before, TallyClaim... claims) {
        return new TallyReview(ELECTION.keys(), ELECTION.manifest(), fewest, small)
                .review(List.of(claims), before);
    }

    private static List<DecryptedSum> passed(TallyReview.Outcome outcome) {
        return assertInstanceOf(TallyReview.Passed.class, outcome).tallies().stream()
                .map(ReviewedTally::sum)
                .toList();
    }

    private static String refused(TallyReview.Outcome outcome) {
        return assertInstanceOf(TallyReview.Refused.class, outcome)
                .problems()
                .getFirst()
                .code()
                .code();
    }

    @Test
    @DisplayName("decrypts the sum of whole boxes, and the same sum again")
    void theSameAgain() {
        List<DecryptedSum> sums = passed(review(4, false, List.of(), claim("0101", BALLOTS)));
        assertEquals(6, sums.getFirst().ballots().size());
        assertEquals(sums, passed(review(4, false, sums, claim("0101", BALLOTS))));
    }

    @Test
    @DisplayName("refuses a single ballot that is passed off as the sum of the box")
    void singleBallot() {
        EncryptedTally single = claim("0101", BALLOTS.subList(0, 1)).tally();
        assertEquals("BL-31", refused(review(1, true, List.of(), new TallyClaim(single, BALLOTS))));
    }

    @Test
    @DisplayName("refuses a sum in which one contest has fewer ballots than agreed")
    void fewBallotsInOneContest() {
        assertEquals("BL-36", refused(review(5, false, List.of(), claim("0101", BALLOTS))));
        assertEquals(
                "BL-36",
                refused(
                        review(
                                2,
                                true,
                                List.of(),
                                claim("0101", BALLOTS.subList(0, 3)),
                                claim("0102", BALLOTS.subList(3, 4)))));
    }

    @Test
    @DisplayName("decrypts all ballots of a small election if a person says that it is one")
    void smallElection() {
        passed(review(20, true, List.of(), claim("0101", BALLOTS)));
    }

    @Test
    @DisplayName("refuses a second sum whose difference to the first would be one ballot")
    void difference() {
        List<DecryptedSum> before =
                passed(review(2, false, List.of(), claim("0101", BALLOTS.subList(0, 5))));
        assertEquals(
                "BL-37", refused(review(2, false, before, claim("0101", BALLOTS.subList(1, 5)))));
        assertEquals("BL-37", refused(review(2, false, before, claim("0101", BALLOTS))));
        assertEquals("BL-37", refused(review(2, false, before, claim("x", BALLOTS.subList(0, 5)))));
        passed(review(1, false, before, claim("0102", BALLOTS.subList(5, 7))));
    }

    @Test
    @DisplayName("refuses two sums that share a ballot")
    void oneBallotInTwoSums() {
        assertEquals(
                "BL-20",
                refused(
                        review(
                                1,
                                false,
                                List.of(),
                                claim("0101", BALLOTS.subList(0, 4)),
                                claim("0102", BALLOTS.subList(3, 6)))));
    }

    @Test
    @DisplayName("refuses a box with one ballot that is not proved")
    void unproved() {
        EncryptedBallot first = BALLOTS.get(0);
        var renamed =
                new EncryptedBallot(
                        "00".repeat(16),
                        first.ballotStyle(),
                        first.state(),
                        first.contests(),
                        first.confirmationCode(),
                        first.terminal(),
                        null,
                        null);
        List<EncryptedBallot> ballots = new ArrayList<>(BALLOTS.subList(1, 6));
        ballots.add(renamed);
        assertEquals("BL-13", refused(review(1, false, List.of(), claim("0101", ballots))));
    }
}
