package org.tamga.kiosk.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prepares a demonstration as the commission prepares an election: people, keys, package, register,
 * kits, terminals.
 */
final class Preparation {
    private final DemoHome home;
    private final PrintStream out;
    private final boolean interactive;

    Preparation(DemoHome home, PrintStream out, boolean interactive) {
        this.home = home;
        this.out = out;
        this.interactive = interactive;
    }

    /**
     * @param centralUrl where the terminals will reach the centre
     */
    void run(Population population, String centralUrl) throws IOException, InterruptedException {
        prepare(population.voters(), centralUrl);
        deleteImages();
    }

    /**
     * Prepares with an earlier list; the changes are published when the terminals are set up
     * already, so that they have to fetch them.
     */
    void runWithLateChanges(Population population, String centralUrl)
            throws IOException, InterruptedException {
        prepare(population.earlierVoters(), centralUrl);
        draw(population.voters());
        perform("changes of the register", List.of(importPeople("--complete"), publish()));
        deleteImages();
    }

    private void prepare(List<Population.Voter> voters, String centralUrl)
            throws IOException, InterruptedException {
        draw(voters);
        perform(
                "keys, register, terminals",
                List.of(
                        new String[] {"central", "init", "--demo", "--home", central()},
                        importPeople(),
                        publish(),
                        new String[] {
                            "central",
                            "provision",
                            "--home",
                            central(),
                            "--station",
                            DemoHome.STATION,
                            "--out",
                            home.kits().toString(),
                            "--url",
                            centralUrl
                        },
                        setup("station", DemoHome.OPERATOR),
                        setup("booth", DemoHome.BOOTH)));
    }

    private void draw(List<Population.Voter> voters) throws IOException {
        try (var progress = new Progress(out, interactive, "drawing people", voters.size())) {
            new PeopleFolder(home.people()).write(voters, DemoHome.STATION, progress);
        }
    }

    private void perform(String what, List<String[]> steps)
            throws IOException, InterruptedException {
        try (var progress = new Progress(out, interactive, what, steps.size())) {
            for (var step : steps) {
                home.run(step);
                progress.advance();
            }
        }
    }

    private String central() {
        return home.central().toString();
    }

    private String[] importPeople(String... options) {
        var command =
                Stream.of(
                        "central",
                        "people",
                        "import",
                        "--home",
                        central(),
                        "--people",
                        home.people().toString());
        return Stream.concat(command, Stream.of(options)).toArray(String[]::new);
    }

    private String[] publish() {
        return new String[] {"central", "publish", "--home", central()};
    }

    /** The enrolment images were needed until the templates were made. */
    private void deleteImages() throws IOException {
        deleteAll(home.people());
    }

    private String[] setup(String program, String terminal) {
        return new String[] {
            program,
            "setup",
            "--kit",
            home.kit(terminal).toString(),
            "--home",
            home.terminal(terminal).toString(),
            "--codes",
            home.kit(terminal).resolve("officials.secret").toString()
        };
    }

    static void deleteAll(java.nio.file.Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
