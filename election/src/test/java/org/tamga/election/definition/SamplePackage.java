package org.tamga.election.definition;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.ballot.ElementModP;
import org.tamga.election.ballot.ElementModQ;
import org.tamga.election.ballot.GuardianPublicKey;
import org.tamga.election.ballot.SchnorrProof;
import org.tamga.election.text.LocalizedText;

/**
 * A small consistent election: two contests, one station, the control ratios that commissions use.
 */
public final class SamplePackage {
    public static final Instant DURING = Instant.parse("2026-11-22T06:00:00Z");

    private SamplePackage() {}

    public static ElectionPackage of(List<Official> officials, String operatorKey) {
        return new ElectionPackage(
                1,
                "ky-2026",
                1,
                ElectionKind.DEMO,
                text("Election"),
                LocalDate.of(2026, 11, 22),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-12-31T00:00:00Z"),
                "Asia/Bishkek",
                List.of(
                        contest("mayor", 1, "a", "b", "against"),
                        contest("council", 2, "c", "d", "e")),
                List.of(new BallotStyle("bs-1", text("Main"), List.of("mayor", "council"))),
                List.of(station(officials, operatorKey)),
                form(),
                policies(),
                ballotKeys(),
                "cc".repeat(32));
    }

    private static Station station(List<Official> officials, String operatorKey) {
        return new Station(
                "0101",
                text("School 5"),
                text("Chuy 1"),
                "Bishkek",
                List.of("bs-1"),
                officials,
                List.of(
                        new Terminal("0101-A", TerminalKind.OPERATOR, operatorKey, "bb".repeat(32)),
                        new Terminal("0101-B", TerminalKind.BOOTH, "dd".repeat(32), null)));
    }

    private static Contest contest(String id, int votes, String... candidates) {
        return new Contest(
                id,
                text(id),
                votes,
                List.of(candidates).stream()
                        .map(
                                candidate ->
                                        new Candidate(
                                                candidate,
                                                candidate.equals("against")
                                                        ? CandidateKind.AGAINST_ALL
                                                        : CandidateKind.PERSON,
                                                text(candidate),
                                                LocalizedText.same("")))
                        .toList());
    }

    /** The typical identities, all of them as data. */
    public static ProtocolForm form() {
        return new ProtocolForm(
                List.of(
                        typed("L01", LineScope.STATION),
                        typed("L02", LineScope.STATION),
                        typed("L03", LineScope.STATION),
                        typed("L04", LineScope.STATION),
                        typed("L05", LineScope.STATION),
                        typed("L06", LineScope.STATION),
                        typed("L07", LineScope.STATION),
                        typed("L08", LineScope.STATION),
                        counter("C01", "registered"),
                        counter("C02", "identified"),
                        counter("C03", "onlineCast"),
                        counter("C04", "slipsPrinted"),
                        counter("C05", "identifiedOnline"),
                        typed("L10", LineScope.CONTEST),
                        typed("L11", LineScope.CONTEST),
                        typed("L20", LineScope.CANDIDATE)),
                List.of(
                        // received = early + hall + outside + cancelled
                        error("R01", terms("L01"), Relation.EQ, terms("L02", "L03", "L04", "L05")),
                        // issued <= voters on the list
                        error("R02", terms("L02", "L03", "L04"), Relation.LE, terms("C01")),
                        // mobile box <= issued outside, stationary box <= issued in the hall and
                        // early
                        error("R03", terms("L06"), Relation.LE, terms("L04")),
                        error("R04", terms("L07"), Relation.LE, terms("L02", "L03")),
                        // found in the boxes = valid + invalid
                        error("R05", terms("L06", "L07"), Relation.EQ, terms("L10", "L11")),
                        // valid papers = votes for all candidates and against all, where one vote
                        // is allowed
                        new ControlRatio(
                                "R06",
                                List.of("mayor"),
                                Severity.ERROR,
                                terms("L10"),
                                Relation.EQ,
                                terms("L20"),
                                text("recount the votes")),
                        // printed <= registered * 1.001
                        error(
                                "R07",
                                List.of(new Term(1000, "L01")),
                                Relation.LE,
                                List.of(new Term(1001, "C01"))),
                        // slips >= ballots issued; a gap needs an act
                        error("R08", terms("C02"), Relation.GE, terms("L02", "L03", "L04")),
                        warning(
                                "W08",
                                terms("C02"),
                                Relation.EQ,
                                terms("L02", "L03", "L04", "C05")),
                        // final slip - zero slip = events in the journal
                        error(
                                "R09",
                                List.of(new Term(1, "L08"), new Term(-1, "C02")),
                                Relation.EQ,
                                List.of(new Term(1, "L05"))),
                        // every one admitted to the booth voted there
                        warning("W10", terms("C05"), Relation.EQ, terms("C03"))));
    }

    private static List<Term> terms(String... lines) {
        return List.of(lines).stream().map(line -> new Term(1, line)).toList();
    }

    private static ControlRatio error(
            String code, List<Term> left, Relation relation, List<Term> right) {
        return new ControlRatio(
                code, List.of(), Severity.ERROR, left, relation, right, text("recount"));
    }

    private static ControlRatio warning(
            String code, List<Term> left, Relation relation, List<Term> right) {
        return new ControlRatio(
                code, List.of(), Severity.WARNING, left, relation, right, text("write an act"));
    }

    private static FormLine typed(String code, LineScope scope) {
        return new FormLine(code, scope, LineSource.TYPED, null, text(code));
    }

    private static FormLine counter(String code, String counter) {
        return new FormLine(code, LineScope.STATION, LineSource.COUNTER, counter, text(code));
    }

    public static Policies policies() {
        return new Policies(
                100,
                1000,
                30,
                3,
                new LadderPolicy(90, 2, 1000, 10_000),
                true,
                3,
                2,
                8,
                20,
                120,
                LocalTime.of(8, 0),
                LocalTime.of(20, 0),
                3);
    }

    private static BallotKeys ballotKeys() {
        ElementModP element = new ElementModP(BigInteger.TWO);
        SchnorrProof proof =
                new SchnorrProof(
                        new ElementModQ(BigInteger.ONE), List.of(new ElementModQ(BigInteger.ONE)));
        GuardianPublicKey guardian = new GuardianPublicKey(1, List.of(element), element, proof);
        return new BallotKeys(
                1,
                1,
                List.of(guardian),
                element,
                "00".repeat(32),
                "00".repeat(32),
                "00".repeat(32),
                "00".repeat(32));
    }

    static LocalizedText text(String text) {
        return LocalizedText.same(text);
    }
}
