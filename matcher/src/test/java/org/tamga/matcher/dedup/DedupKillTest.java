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
import org.tamga.matcher.MatcherCommand;
import org.tamga.matcher.exchange.ExchangeFormat;
import org.tamga.matcher.exchange.TemplateExchange;
import org.tamga.matcher.exchange.TemplateExport;

/** A process that is killed with SIGKILL loses no unit that was on the disk. */
@DisplayName("After kill -9 in the middle")
class DedupKillTest {
    private static final int ROUNDS = 2;

    /** Four units of the command. */
    private static final int PEOPLE = 800;

    /** One impression each: not all of them are found. */
    private static final int TWICE = 10;

    @TempDir Path folder;
    private final Random random = new Random();

    @Test
    @DisplayName("the work goes on where it was and ends with the same report")
    void goesOn() throws IOException, InterruptedException {
        DedupJob job = DedupProcess.job();
        Path interrupted = folder.resolve("interrupted");
        int before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> acknowledged = killed(interrupted, 2 + random.nextInt(12));
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

    @Test
    @DisplayName("asked to stop, the command says so and the same command goes on")
    void stops() throws IOException, InterruptedException {
        Path batch = Files.createDirectory(folder.resolve("batch"));
        MadeEnrolments people = new MadeEnrolments(12, PEOPLE);
        for (int person = 0; person < PEOPLE; person++) {
            write(batch, people.enrolledOnce("p", person));
        }
        for (int person = PEOPLE - TWICE; person < PEOPLE; person++) {
            write(batch, people.enrolledOnce("x", person));
        }
        Path work = folder.resolve("work");
        Process process = command(batch, work);
        while (process.isAlive() && !(Files.exists(work) && Files.readAllLines(work).size() > 1)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        process.destroy();
        assertEquals(143, process.waitFor(), () -> "ended by signal 15; " + errors());
        assertTrue(errors().contains("units done; the same command goes on"), errors());
        int lines = Files.readAllLines(work).size();
        assertEquals(1, command(batch, work).waitFor());
        assertTrue(errors().contains((lines - 1) + " of 4 units were done before"), errors());
        assertTrue(Files.readString(folder.resolve("out.txt")).contains("p07"));
    }

    private Process command(Path batch, Path work) throws IOException {
        return java(
                        MatcherCommand.class,
                        "dedup",
                        batch.toString(),
                        "--work",
                        work.toString(),
                        "--threads",
                        "1",
                        "--presented",
                        "1")
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private static void write(Path folder, Enrolment enrolment) throws IOException {
        if (TemplateExchange.write(enrolment.impressions(), ExchangeFormat.TAMGA)
                instanceof TemplateExport.Exported exported) {
            Files.write(
                    folder.resolve(enrolment.subject() + ".tfr"), exported.bytes().toByteArray());
        }
    }

    private ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-Xmx512m",
                                "--add-modules",
                                "jdk.incubator.vector",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile());
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
        Process process = java(DedupProcess.class, file.toString()).start();
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
        assertEquals(137, process.waitFor(), () -> "killed by signal 9; " + errors());
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
