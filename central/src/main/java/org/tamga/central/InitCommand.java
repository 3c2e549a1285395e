package org.tamga.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.central.definition.DefinitionFile;
import org.tamga.central.definition.ElectionDefinition;
import org.tamga.central.tally.KeyCeremonySteps;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "init", description = "Makes the keys of an election and of all its stations.")
final class InitCommand implements Callable<Integer> {
    @Option(names = "--home", required = true, paramLabel = "DIR")
    @SuppressWarnings("NullAway.Init") // set by picocli, required
    private Path home;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli, required
    private Source source;

    private static final class Source {
        @Option(names = "--definition", paramLabel = "FILE", description = "Election as YAML.")
        private @Nullable Path definition;

        @Option(
                names = "--demo",
                description = "The demonstration; its guardians do their ceremony on this machine.")
        private boolean demo;
    }

    @Override
    public Integer call() {
        var central = new CentralHome(home);
        var initialisation = new Initialisation(central, Instant.now());
        ElectionDefinition definition;
        if (source.definition != null) {
            definition = initialisation.run(read(source.definition), source.definition.toString());
            System.out.printf(
                    "Election %s prepared in %s. Now the %d guardians: guardian new, share,"
                            + " receive; then guardian join.%n",
                    definition.electionId(), home, definition.guardians().count());
        } else {
            definition = initialisation.run(DefinitionFile.demo(), "demo");
            new KeyCeremonySteps(central, definition).playAll();
            System.out.printf(
                    "Election %s prepared in %s; %d guardians, any %d of them decrypt.%n",
                    definition.electionId(),
                    home,
                    definition.guardians().count(),
                    definition.guardians().threshold());
        }
        return 0;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CentralFailure.usage("CN-23", "the definition cannot be read: " + file);
        }
    }
}
