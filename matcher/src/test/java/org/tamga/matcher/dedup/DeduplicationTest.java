package org.tamga.matcher.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.Probe;

@DisplayName("De-duplication")
class DeduplicationTest {
    private static final int FPIR = 1000;

    @TempDir Path folder;
    private int runs;

    @Test
    @DisplayName("suspects those who are twice in the batch, each pair once, and nobody else")
    void ofABatch() {
        DedupReport report = report(MadeEnrolments.batch(1, 70, 3, 40, 69), 64, 16, 2);
        assertEquals(Set.of("p0003 x0003", "p0040 x0040", "p0069 x0069"), pairs(report));
        assertEquals(3, report.suspicions().size());
        for (DedupReport.Suspicion pair : report.suspicions()) {
            assertEquals(DedupReport.Side.BATCH, pair.side());
            assertEquals(2, pair.fingers().size());
            assertTrue(pair.score() >= report.threshold());
            assertTrue(pair.falseMatchRate() >= 1.0 / 27_840, "no rarer than was measured");
            assertTrue(pair.expectedFalse() <= report.expectedFalse());
            assertEquals(pair.fingers().getFirst().a(), pair.fingers().getFirst().b());
        }
        double target = 73 * FPIR / 1e6;
        assertTrue(report.expectedFalse() <= target * 1.000001);
        assertTrue(report.expectedFalse() > target / 2, "and no stricter than asked for");
    }

    @Test
    @DisplayName("finds those who are in the register already, and leaves the register alone")
    void ofABatchWithTheRegister() {
        MadeEnrolments people = new MadeEnrolments(2, 90);
        List<Enrolment> register = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            register.add(people.enrolled("r", i));
        }
        register.add(people.enrolled("s", 5));
        List<Enrolment> batch = new ArrayList<>();
        for (int i = 67; i < 90; i++) {
            batch.add(people.enrolled("b", i));
        }
        DedupReport report = report(new Population(batch, register), 32, 8, 2);
        assertEquals(Set.of("b0067 r0067", "b0068 r0068", "b0069 r0069"), pairs(report));
        assertEquals(DedupReport.Side.REGISTER, report.suspicions().getFirst().side());
    }

    @Test
    @DisplayName("does not believe the positions that somebody wrote down")
    void fingersNamedWrongly() {
        MadeEnrolments people = new MadeEnrolments(3, 40);
        List<Enrolment> batch = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            batch.add(people.enrolled("p", i));
        }
        batch.add(people.enrolled("x", 7, FingerPosition.LEFT_INDEX, FingerPosition.RIGHT_THUMB));
        DedupReport report = report(new Population(batch, List.of()), 64, 16, 1);
        assertEquals(Set.of("p0007 x0007"), pairs(report));
        List<DedupReport.Fingers> fingers = report.suspicions().getFirst().fingers();
        assertTrue(
                fingers.stream()
                        .anyMatch(f -> f.a().equals("right-index") && f.b().equals("left-index")));
    }

    @Test
    @DisplayName("scores a pair by its best comparison, whoever is presented")
    void scoresInBothDirections() {
        MadeEnrolments people = new MadeEnrolments(4, 1);
        Enrolment a = people.enrolled("a", 0);
        Enrolment b = people.enrolled("b", 0);
        double best =
                a.impressions().stream()
                        .flatMap(
                                one ->
                                        b.impressions().stream()
                                                .map(
                                                        other ->
                                                                Math.max(
                                                                        Probe.of(one.template())
                                                                                .score(
                                                                                        other
                                                                                                .template()),
                                                                        Probe.of(other.template())
                                                                                .score(
                                                                                        one
                                                                                                .template()))))
                        .max(Double::compare)
                        .orElseThrow();
        assertEquals(best, SuspectedPair.of(a, b).score());
        assertEquals(best, SuspectedPair.of(b, a).score());
    }

    @Test
    @DisplayName("does not depend on the order of the input or the number of threads")
    void isReproducible() {
        Population people = MadeEnrolments.batch(5, 36, 1, 2, 3);
        List<Enrolment> shuffled = new ArrayList<>(people.batch());
        Collections.shuffle(shuffled, new Random(5));
        DedupJob one = DedupJob.of(people, FPIR, 2, 32, 8);
        DedupJob other = DedupJob.of(new Population(shuffled, List.of()), FPIR, 2, 32, 8);
        assertEquals(people.digest(), other.population().digest());
        assertEquals(report(one, 1), report(other, 3));
    }

    @Test
    @DisplayName("of one subject is nothing to do, and no error")
    void ofOne() {
        DedupReport report = report(MadeEnrolments.batch(6, 1), 64, 16, 2);
        assertEquals(List.of(), report.suspicions());
    }

    @Test
    @DisplayName("counts two different fingers together, one finger once only, unknown ones not")
    void sumsOfFingers() {
        SuspectedPair pair =
                new SuspectedPair(
                        "a",
                        "b",
                        List.of(
                                new SuspectedPair.FingerMatch(2, 7, 60),
                                new SuspectedPair.FingerMatch(2, 2, 50),
                                new SuspectedPair.FingerMatch(7, 2, 40),
                                new SuspectedPair.FingerMatch(0, 0, 55)));
        assertEquals(100, pair.sum());
        assertEquals(60, pair.score());
        assertEquals(
                new Counts(2, 8, 16),
                Counts.of(MadeEnrolments.batch(8, 2).batch()),
                "two fingers of two impressions make 4 × 2 couples");
        assertEquals(Counts.of(2, 2, 2), Counts.of(MadeEnrolments.batch(8, 2).batch()));
    }

    @Test
    @DisplayName("keeps to the false suspicions asked for, with named fingers and without")
    void keepsToTheRate() {
        for (Counts each : List.of(Counts.of(5000, 2, 2), new Counts(5000, 10_000, 0))) {
            for (int fpir : List.of(1, 1000, 100_000)) {
                SuspicionRule rule = SuspicionRule.of(each, Counts.of(70_000, 2, 1), fpir);
                double target = 5000 * fpir / 1e6;
                assertTrue(rule.expectedFalse() <= target * 1.000001, rule + " " + target);
                assertTrue(rule.expectedFalse() > target / 2, rule + " " + target);
                assertTrue(rule.floor() < rule.threshold());
            }
        }
    }

    @Test
    @DisplayName("has a rule for a country with ten fingers of four impressions, too")
    void ofACountry() {
        SuspicionRule rule =
                SuspicionRule.of(Counts.of(4_500_000, 10, 4), Counts.of(4_500_000, 10, 4), FPIR);
        assertTrue(rule.expectedFalse() <= 4500 * 1.000001 && rule.expectedFalse() > 2250);
    }

    @Test
    @DisplayName(
            "calls no pair rarer than was measured, in each of the ways that it may be suspected")
    void ofWhatWasMeasured() {
        SuspicionRule rule = SuspicionRule.of(MadeEnrolments.batch(3, 5), FPIR);
        MadeEnrolments people = new MadeEnrolments(3, 2);
        double measured = 1 / 27_840.0;
        assertEquals(
                2 * 2 * 4 * 4 * measured,
                rule.falseMatchRate(900, 900, people.enrolled("a", 0), people.enrolled("b", 1)),
                1e-12,
                "one finger or the sum of two");
        assertEquals(
                2 * measured,
                rule.falseMatchRate(
                        900, 0, people.enrolledOnce("a", 0), people.enrolledOnce("b", 1)),
                1e-12,
                "one finger only, in both directions");
    }

    @Test
    @DisplayName("has one outcome as long as its version is the same")
    void isPinned() throws NoSuchAlgorithmException {
        DedupJob job = DedupJob.of(MadeEnrolments.batch(9, 30, 4, 29), FPIR, 2, 16, 8);
        DedupReport report = report(job, 2);
        String outcome =
                String.format(
                        Locale.ROOT,
                        "%.6f %.6f %s",
                        report.threshold(),
                        report.sumThreshold(),
                        report.suspicions().stream().map(DeduplicationTest::rounded).toList());
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(outcome.getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                "1 112cf8af462f9f9c",
                DedupJob.ALGORITHM + " " + HexFormat.of().formatHex(digest, 0, 8),
                "raise DedupJob.ALGORITHM: work files of before have another outcome: " + outcome);
    }

    private static String rounded(DedupReport.Suspicion pair) {
        return pair.a()
                + " "
                + pair.b()
                + pair.fingers().stream()
                        .map(
                                finger ->
                                        String.format(
                                                Locale.ROOT,
                                                " %s %s %.6f",
                                                finger.a(),
                                                finger.b(),
                                                finger.score()))
                        .collect(Collectors.joining());
    }

    @Test
    @DisplayName("needs a higher score where more people are compared")
    void thresholdGrows() {
        double few = DedupJob.of(MadeEnrolments.batch(7, 10), FPIR, 2).rule().threshold();
        double more = DedupJob.of(MadeEnrolments.batch(7, 100), FPIR, 2).rule().threshold();
        double strict = DedupJob.of(MadeEnrolments.batch(7, 100), 10, 2).rule().threshold();
        assertTrue(few < more && more < strict, few + " " + more + " " + strict);
    }

    private DedupReport report(Population people, int block, int unit, int presented) {
        return report(DedupJob.of(people, FPIR, presented, block, unit), 2);
    }

    private DedupReport report(DedupJob job, int threads) {
        Path file = folder.resolve("work" + runs++);
        WorkFile.Opening opening = WorkFile.open(file, job);
        try (WorkFile work = assertInstanceOf(WorkFile.Opening.Opened.class, opening).file()) {
            new LocalRunner(threads).run(job, work, unit -> {}, () -> false);
            assertEquals(job.plan().units(), work.finished());
            assertTrue(Files.exists(file));
            return DedupReport.of(job, work.pairs(), List.of());
        }
    }

    private static Set<String> pairs(DedupReport report) {
        return report.suspicions().stream()
                .map(pair -> pair.a() + " " + pair.b())
                .collect(Collectors.toSet());
    }
}
