package org.tamga.central;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.tamga.central.definition.DefinitionFile;
import org.tamga.central.tally.KeyCeremonySteps;

/** Homes of the demonstration's election; the key ceremony is done once for all tests. */
final class TestHomes {
    private static final Path MASTER = create();

    private TestHomes() {}

    /** A fresh copy of an initialised home whose guardians have finished their ceremony. */
    static Path copyTo(Path target) {
        try (Stream<Path> files = Files.walk(MASTER)) {
            for (Path file : files.toList()) {
                Path to = target.resolve(MASTER.relativize(file).toString());
                Files.copy(
                        file,
                        to,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    private static Path create() {
        try {
            Path home = Files.createTempDirectory("tamga-central-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
            var definition =
                    new Initialisation(new CentralHome(home), Instant.now())
                            .run(DefinitionFile.demo(), "demo");
            new KeyCeremonySteps(new CentralHome(home), definition).playAll();
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
