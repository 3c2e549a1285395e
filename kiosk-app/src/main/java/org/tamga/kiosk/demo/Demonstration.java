package org.tamga.kiosk.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.tamga.election.text.LocalizedText;
import org.tamga.kiosk.shell.TerminalWindow;
import org.tamga.kiosk.shell.TerminalWindow.Corner;

/**
 * {@code tamga demo}: the central node, the operator terminal and the booth on this machine, to be
 * clicked through. People and keys are made once and kept; each demonstration begins with fresh
 * terminals.
 */
final class Demonstration {
    private static final int PORT = 18443;
    private static final int PAGE_PORT = 18080;

    /** The sample election package is valid for 30 days. */
    private static final Duration KEPT_FOR = Duration.ofDays(25);

    private final Path launcher;
    private final int voters;
    private final long seed;
    private final PrintWriter err;
    private final boolean interactive = System.console() != null;

    Demonstration(Path launcher, int voters, long seed, PrintWriter err) {
        this.launcher = launcher;
        this.voters = voters;
        this.seed = seed;
        this.err = err;
    }

    /**
     * @return 0 when the windows were closed, 2 without a display
     */
    int show() throws IOException, InterruptedException {
        try (var _ = DemoLock.take(root())) {
            return play();
        }
    }

    private int play() throws IOException, InterruptedException {
        if (!TerminalWindow.hasDisplay()) {
            err.println(
                    "tamga demo: there is no display here; play the day without one: ./tamga demo --unattended --out DIR [DM-05]");
            return 2;
        }
        new CentralProcess(new DemoHome(root(), launcher), PORT, PAGE_PORT).requireFreePorts();
        var prepared = prepared();
        Runtime.getRuntime().addShutdownHook(new Thread(Demonstration::endAll, "end-all"));
        quickStart(prepared);
        var home = fresh(prepared);
        try (var centre = new CentralProcess(home, PORT, PAGE_PORT)) {
            var booth =
                    window(
                            home,
                            "booth",
                            DemoHome.BOOTH,
                            Corner.BOTTOM_RIGHT,
                            home.folder().toString());
            var station =
                    window(
                            home,
                            "station",
                            DemoHome.OPERATOR,
                            Corner.TOP_LEFT,
                            seed + ":" + voters);
            // The windows do not wait for the centre: a station works without it.
            centre.begin();
            explain(home, centre);
            centre.awaitAnswer();
            var done = booth.waitFor() == 0;
            done &= station.waitFor() == 0;
            if (!done) {
                throw new DemoFailure("DM-10", "a window ended with an error; see " + home.log());
            }
            return 0;
        }
    }

    /** A demonstration that is ended takes its windows and its centre along. */
    private static void endAll() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }

    private void quickStart(DemoHome prepared) throws IOException, InterruptedException {
        var quick = new QuickStart(prepared);
        if (quick.isReady()) {
            return;
        }
        err.println("Once after a build: the programs are started for the first time …");
        err.flush();
        if (!new QuickStart(fresh(prepared)).record()) {
            err.println("That left no cache; starting takes some seconds longer.");
            err.flush();
        }
    }

    private void explain(DemoHome home, CentralProcess centre) throws IOException {
        err.println(
                "Two windows open, one partly over the other: the operator terminal (%s) and the booth (%s)."
                        .formatted(DemoHome.OPERATOR, DemoHome.BOOTH));
        err.println("Sign in at both with the codes of any two of these officials:");
        var station = home.election().station(DemoHome.STATION).orElseThrow();
        for (var secret : home.secrets().subList(0, 3)) {
            err.printf(
                    "  %s  %s%n",
                    name(station.official(secret.official()).orElseThrow().name()), words(secret));
        }
        err.println(
                "What they print is left in the folders slips and pages of "
                        + home.terminal(DemoHome.OPERATOR).getParent()
                        + "/…");
        err.println("Results page, in some seconds: " + centre.page());
        var record = home.folder().resolve("record");
        err.println(
                "After the protocol was sent, take the booth's stick to the centre, count the electronic votes, check all:");
        err.printf(
                "  ./tamga central import-usb --home %s %s%n",
                home.central(), home.terminal("usb"));
        err.printf("  ./tamga central tally --home %s --out %s%n", home.central(), record);
        err.printf("  ./tamga verify %s%n", record);
        err.flush();
    }

    private static String words(DemoHome.Secret secret) {
        return secret.code().equals(secret.password())
                ? "code and key password " + secret.code()
                : "code " + secret.code() + "  key password " + secret.password();
    }

    /** As the windows show it at first, and for who does not read that script. */
    private static String name(LocalizedText name) {
        return name.ky().equals(name.en()) ? name.en() : name.ky() + " (" + name.en() + ")";
    }

    private DemoHome prepared() throws IOException, InterruptedException {
        var folder = root().resolve("prepared-" + voters + "-" + seed);
        var home = new DemoHome(folder, launcher);
        var ready = folder.resolve("ready");
        if (Files.exists(ready)
                && Files.getLastModifiedTime(ready)
                        .toInstant()
                        .isAfter(Instant.now().minus(KEPT_FOR))) {
            return home;
        }
        Preparation.deleteAll(folder);
        err.println(
                "First start: " + voters + " people are drawn and enrolled; this is done once.");
        err.flush();
        var population =
                SyntheticFingers.population(seed, voters, UnattendedDemo.strangers(voters));
        new Preparation(home, System.err, interactive).run(population, "https://127.0.0.1:" + PORT);
        Files.createFile(ready);
        return home;
    }

    // Yesterday's demonstration is not today's: terminals and centre start from the prepared state
    // each time.
    private DemoHome fresh(DemoHome prepared) throws IOException {
        var folder = root().resolve("current");
        Preparation.deleteAll(folder);
        try (var files = Files.walk(prepared.folder())) {
            for (var file : files.toList()) {
                var target = folder.resolve(prepared.folder().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return new DemoHome(folder, launcher);
    }

    private Path root() throws IOException {
        var parent = launcher.toAbsolutePath().getParent();
        if (parent == null) {
            throw DemoFailure.beforehand("DM-04", "the launcher has no folder");
        }
        return Files.createDirectories(parent.resolve(".demo"));
    }

    private static Process window(
            DemoHome home, String program, String terminal, Corner corner, String people)
            throws IOException {
        return new ProcessBuilder(
                        home.launcher().toString(),
                        program,
                        "--home",
                        home.terminal(terminal).toString(),
                        "--simulated",
                        "--corner",
                        corner.name(),
                        "--people",
                        people)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
                .start();
    }
}
