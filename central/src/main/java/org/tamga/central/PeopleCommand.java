package org.tamga.central;

import java.nio.file.Path;
import org.tamga.central.people.PeopleImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "people", description = "The population list.")
final class PeopleCommand implements Runnable {
    private static final String DEFAULT_DPI = "500";

    @Override
    public void run() {
        throw CentralFailure.usage("CN-01", "say what: import, update");
    }

    @Command(
            name = "import",
            aliases = "update",
            description = {
                "Takes people.jsonl and its images in. Importing again takes in what changed;",
                "publish then makes a delta of it."
            })
    int importPeople(
            @Mixin HomeOption home,
            @Option(names = "--people", required = true, paramLabel = "DIR") Path folder,
            @Option(
                            names = "--dpi",
                            defaultValue = DEFAULT_DPI,
                            description = "Resolution of the finger images, 500 unless told.")
                    double dpi,
            @Option(
                            names = "--complete",
                            description = "Whoever is not in the folder leaves the register.")
                    boolean complete) {
        try (Centre centre = home.open()) {
            var people = new PeopleImport(centre.definition(), centre.people(), centre.salt(), dpi);
            PeopleImport.Outcome outcome = people.run(folder, complete, System.err);
            outcome.faults().forEach(System.err::println);
            System.out.printf(
                    "%d added, %d changed, %d unchanged, %d removed, %d faults%n",
                    outcome.added(),
                    outcome.changed(),
                    outcome.unchanged(),
                    outcome.removed(),
                    outcome.faults().size());
            return outcome.faults().isEmpty() ? 0 : 1;
        }
    }
}
