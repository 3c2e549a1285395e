package org.tamga.matcher.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed with SIGKILL loses no unit that was on the disk. */
@DisplayName("After kill -9 in the middle")
class DedupKillTest {
    private static final int ROUNDS = 2;

    @TempDir Path folder;
    private final Random random = new Random();

    @Test
    @DisplayName("the work goes on where it was and ends with the same report")
    void goesOn() throws IOException, InterruptedException {
        DedupJob job = DedupProcess.job();
        Path interrupted = folder.resolve("interrupted");
        int before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> acknowledged = killed(interrupted, 2 + random.nextInt(20));
            try (WorkFile work = opened(interrupted, job)) {
                assertTrue(acknowledged.stream().allMatch(work::isDone));
                assertTrue(work.finished() >= before + acknowledged.size());
                assertTrue(work.finished() < job.plan().units(), "killed in the middle");
                before = work.finished();
            }
        }
        DedupReport whole = finished(folder.resolve("whole"), job);
        assertEquals(4, whole.suspicions().size());
        assertEquals(whole, finished(interrupted, job));
    }

    private DedupReport finished(Path file, DedupJob job) {
        try (WorkFile work = opened(file, job)) {
            new LocalRunner(2).run(job, work, unit -> {}, () -> false);
            return DedupReport.of(job, work.pairs(), List.of());
        }
    }

    private static WorkFile opened(Path file, DedupJob job) {
        return assertInstanceOf(WorkFile.Opening.Opened.class, WorkFile.open(file, job)).file();
    }

    private List<Integer> killed(Path file, int acknowledgements)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DedupProcess.class.getName(),
                                file.toString())
                        .redirectError(folder.resolve("errors.txt").toFile())
                        .start();
        List<Integer> units = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(
                                process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                units.add(Integer.parseInt(line));
                if (units.size() == acknowledgements) {
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(3000));
                    // By its handle: Process.destroyForcibly would close the stream.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertEquals(
                137, process.waitFor(), () -> "killed by signal 9; " + errors());
        return units;
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors.txt"));
        } catch (IOException e) {
            return "no errors.txt";
        }
    }
}
