package org.tamga.matcher.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.BiometricBytes;

@DisplayName("The work file")
class WorkFileTest {
    private static final DedupJob JOB = DedupJob.of(MadeEnrolments.batch(1, 20), 1000, 2, 8, 4);
    private static final SuspectedPair PAIR =
            new SuspectedPair(
                    "p0001", "p0002", List.of(new SuspectedPair.FingerMatch(2, 7, 61.0 / 3)));

    @TempDir Path folder;

    @Test
    @DisplayName("gives back what was appended, to the bit")
    void keeps() {
        try (WorkFile work = opened(JOB)) {
            work.append(new UnitResult(3, List.of(PAIR)));
            work.append(new UnitResult(0, List.of()));
            work.append(new UnitResult(3, List.of(PAIR)));
        }
        try (WorkFile work = opened(JOB)) {
            assertEquals(2, work.resumed());
            assertTrue(work.isDone(0) && work.isDone(3));
            assertFalse(work.isDone(1));
            assertEquals(List.of(PAIR), work.pairs());
        }
    }

    @Test
    @DisplayName("loses the last unit at most, wherever it is cut off")
    void tornTail() throws IOException {
        byte[] whole = filled();
        int header = new String(whole, StandardCharsets.US_ASCII).indexOf('\n') + 1;
        for (int length = header; length < whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            try (WorkFile work = opened(JOB)) {
                assertTrue(work.resumed() >= 0 && work.resumed() < 3);
                for (int unit = 0; unit < 3; unit++) {
                    work.append(new UnitResult(unit, unit == 1 ? List.of(PAIR) : List.of()));
                }
            }
            try (WorkFile work = opened(JOB)) {
                assertEquals(3, work.resumed(), "cut at " + length);
                assertEquals(List.of(PAIR), work.pairs());
            }
        }
    }

    @Test
    @DisplayName("with damage before its end is refused, or has every unit right")
    void flippedBits() throws IOException {
        byte[] whole = filled();
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            byte[] flipped = whole.clone();
            int bit = random.nextInt(8 * whole.length);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(), flipped);
            switch (WorkFile.open(file(), JOB)) {
                case WorkFile.Opening.Refused refused ->
                        assertEquals(DedupFault.DAMAGED, refused.fault());
                case WorkFile.Opening.Opened(WorkFile work) -> {
                    assertEquals(2, work.resumed(), "the last line is as if torn");
                    assertEquals(List.of(PAIR), work.pairs());
                    work.close();
                }
            }
        }
    }

    @Test
    @DisplayName("of other people, other parameters or another kind is refused")
    void ofAnotherJob() throws IOException {
        filled();
        refused(DedupFault.OTHER_INPUT, DedupJob.of(MadeEnrolments.batch(2, 20), 1000, 2, 8, 4));
        refused(DedupFault.OTHER_PARAMETERS, DedupJob.of(JOB.population(), 999, 2, 8, 4));
        refused(DedupFault.OTHER_PARAMETERS, DedupJob.of(JOB.population(), 1000, 1, 8, 4));
        refused(DedupFault.OTHER_PARAMETERS, DedupJob.of(JOB.population(), 1000, 2, 16, 4));
        Files.writeString(file(), "something else\n");
        refused(DedupFault.DAMAGED, JOB);
        Files.write(file(), new byte[0]);
        refused(DedupFault.DAMAGED, JOB);
    }

    @Test
    @DisplayName("is not shared by two, and needs a folder to be in")
    void inUse() {
        try (WorkFile work = opened(JOB)) {
            refused(DedupFault.NOT_ACCESSIBLE, JOB);
            work.append(new UnitResult(0, List.of()));
        }
        assertInstanceOf(
                WorkFile.Opening.Refused.class,
                WorkFile.open(folder.resolve("none").resolve("work"), JOB));
    }

    @Test
    @DisplayName("is made once by many who begin at the same time, and leaves no draft")
    void madeAtTheSameTime() throws IOException {
        List<WorkFile> opened =
                IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> WorkFile.open(file(), JOB))
                        .filter(WorkFile.Opening.Opened.class::isInstance)
                        .map(opening -> ((WorkFile.Opening.Opened) opening).file())
                        .toList();
        assertEquals(1, opened.size());
        opened.getFirst().append(new UnitResult(0, List.of()));
        opened.getFirst().close();
        try (WorkFile work = opened(JOB);
                Stream<Path> files = Files.list(folder)) {
            assertEquals(1, work.resumed());
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    @DisplayName("holds no template")
    void holdsNothingBiometric() throws IOException {
        String text = new String(filled(), StandardCharsets.ISO_8859_1);
        for (Enrolment enrolment : JOB.population().batch()) {
            try (BiometricBytes bytes = enrolment.impressions().getFirst().template().toBytes()) {
                byte[] minutiae = java.util.Arrays.copyOfRange(bytes.toByteArray(), 40, 56);
                assertFalse(text.contains(new String(minutiae, StandardCharsets.ISO_8859_1)));
            }
        }
    }

    private byte[] filled() throws IOException {
        Files.deleteIfExists(file());
        try (WorkFile work = opened(JOB)) {
            work.append(new UnitResult(0, List.of()));
            work.append(new UnitResult(1, List.of(PAIR)));
            work.append(new UnitResult(2, List.of()));
        }
        try (var in = Files.newInputStream(file(), StandardOpenOption.READ)) {
            return in.readAllBytes();
        }
    }

    private WorkFile opened(DedupJob job) {
        return assertInstanceOf(WorkFile.Opening.Opened.class, WorkFile.open(file(), job)).file();
    }

    private void refused(DedupFault fault, DedupJob job) {
        assertEquals(
                fault,
                assertInstanceOf(WorkFile.Opening.Refused.class, WorkFile.open(file(), job))
                        .fault());
    }

    private Path file() {
        return folder.resolve("work");
    }
}
