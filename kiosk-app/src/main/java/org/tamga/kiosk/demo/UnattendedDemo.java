package org.tamga.kiosk.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tamga.election.definition.ElectionPackage;

/**
 * {@code tamga demo --unattended}: prepares, plays the day, lets the centre tally, reconciles what
 * came out with what people did, and leaves the public record in a folder.
 */
final class UnattendedDemo {
    static final int STRANGERS_PERCENT = 5;
    private static final long DYING_MILLIS = 300;

    private final DemoHome home;
    private final Path out;
    private final Population population;
    private final long seed;
    private final boolean realFingers;
    private final PrintWriter err;
    private final boolean interactive = System.console() != null;

    UnattendedDemo(
            Path launcher,
            Path out,
            Population population,
            long seed,
            boolean realFingers,
            PrintWriter err)
            throws IOException {
        this.home =
                new DemoHome(
                        Files.createTempDirectory("tamga-demo"),
                        launcher,
                        out.resolveSibling(out.getFileName() + ".log"));
        this.out = out;
        this.population = population;
        this.seed = seed;
        this.realFingers = realFingers;
        this.err = err;
    }

    static int strangers(int voters) {
        return Math.max(1, Math.ceilDiv(voters * STRANGERS_PERCENT, 100));
    }

    /**
     * @return 0 when everything reconciles, 1 otherwise
     */
    int play() throws IOException, InterruptedException {
        Files.createDirectories(out);
        Files.deleteIfExists(home.log());
        Runtime.getRuntime().addShutdownHook(new Thread(this::leaveNothing, "leave-nothing"));
        try (var centre =
                new CentralProcess(home, CentralProcess.freePort(), CentralProcess.freePort())) {
            new Preparation(home, System.err, interactive)
                    .runWithLateChanges(population, centre.url());
            var election = home.election();
            var day =
                    new UnattendedDay(
                                    home,
                                    population,
                                    election,
                                    seed,
                                    realFingers,
                                    System.err,
                                    interactive)
                            .play(centre);
            var evening = evening(election, day, centre);
            var summary = tally(election, day, evening);
            report(summary);
            return summary.mismatches().isEmpty() ? 0 : 1;
        } finally {
            Preparation.deleteAll(home.folder());
        }
    }

    /**
     * Interrupted with Ctrl-C: the folder holds keys beside what they open, and with {@code
     * --fingers} templates of real people.
     */
    private void leaveNothing() {
        if (!Files.exists(home.folder())) {
            return;
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            Thread.sleep(DYING_MILLIS);
            Preparation.deleteAll(home.folder());
        } catch (IOException e) {
            err.println("tamga demo: delete " + home.folder() + " [DM-06]");
            err.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record EveningFigures(int differencesShown, int networkCuts) {}

    private EveningFigures evening(
            ElectionPackage election, UnattendedDay.Outcome day, CentralProcess centre)
            throws IOException, InterruptedException {
        var evening =
                new Evening(home, election, day.operator(), day.booth(), day.played().voting());
        try (var progress =
                new Progress(System.err, interactive, "closing, count, protocol, sync", 5)) {
            evening.close(home.stick());
            progress.advance();
            var differences = evening.count();
            progress.advance();
            evening.protocol();
            progress.advance();
            var cuts = evening.deliver(centre);
            progress.advance();
            evening.export(out);
            copySlips();
            progress.advance();
            return new EveningFigures(differences, cuts);
        }
    }

    private void copySlips() throws IOException {
        var target =
                Files.createDirectories(
                        out.resolve("station-" + DemoHome.STATION).resolve("slips"));
        try (var slips = Files.list(home.terminal(DemoHome.OPERATOR).resolve("slips"))) {
            for (var slip : slips.toList()) {
                Files.copy(
                        slip,
                        target.resolve(slip.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Summary tally(
            ElectionPackage election, UnattendedDay.Outcome day, EveningFigures evening)
            throws IOException, InterruptedException {
        try (var progress = new Progress(System.err, interactive, "tally and public record", 2)) {
            home.run(
                    "central",
                    "tally",
                    "--home",
                    home.central().toString(),
                    "--out",
                    out.toString());
            progress.advance();
            var summary =
                    Reconciliation.of(
                            out,
                            seed,
                            realFingers,
                            population,
                            election,
                            day.played(),
                            evening.differencesShown(),
                            evening.networkCuts());
            Files.write(
                    out.resolve("summary.json"),
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsBytes(summary));
            home.run(
                    "central",
                    "manifest",
                    "--home",
                    home.central().toString(),
                    "--out",
                    out.toString());
            progress.advance();
            return summary;
        }
    }

    private void report(Summary summary) {
        var figures = summary.recognition();
        err.printf(
                "%d voters enrolled, %d identified, %d wrongly identified, %d turned away; %d strangers refused; "
                        + "%d power cuts, %d records lost%n",
                summary.enrolled(),
                figures.identified(),
                figures.wronglyIdentified(),
                figures.turnedAway(),
                figures.strangersRefused(),
                summary.kills(),
                summary.recordsLost());
        summary.mismatches()
                .forEach(mismatch -> err.println("DOES NOT RECONCILE: " + mismatch + " [DM-13]"));
        err.println(
                summary.mismatches().isEmpty()
                        ? "everything reconciles; next: ./tamga verify " + out
                        : "");
        err.flush();
    }
}
