package org.tamga.kiosk.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;

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
        try (var progress =
                new Progress(out, interactive, "drawing people", population.voters().size())) {
            new PeopleFolder(home.people()).write(population.voters(), DemoHome.STATION, progress);
        }
        var central = home.central().toString();
        var steps =
                List.of(
                        new String[] {"central", "init", "--demo", "--home", central},
                        new String[] {
                            "central",
                            "people",
                            "import",
                            "--home",
                            central,
                            "--people",
                            home.people().toString()
                        },
                        new String[] {"central", "publish", "--home", central},
                        new String[] {
                            "central",
                            "provision",
                            "--home",
                            central,
                            "--station",
                            DemoHome.STATION,
                            "--out",
                            home.kits().toString(),
                            "--url",
                            centralUrl
                        },
                        setup("station", DemoHome.OPERATOR),
                        setup("booth", DemoHome.BOOTH));
        try (var progress =
                new Progress(out, interactive, "keys, register, terminals", steps.size())) {
            for (var step : steps) {
                home.run(step);
                progress.advance();
            }
        }
        // The enrolment images were needed until the templates were made.
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
