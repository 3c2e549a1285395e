package org.tamga.central;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the central node lives: options that most commands share. */
final class HomeOption {
    @Option(
            names = "--home",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the central node.")
    @SuppressWarnings("NullAway.Init") // set by picocli, required
    private Path root;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "jdbc:postgresql:… instead of the embedded database.")
    private @Nullable String database;

    Path root() {
        return root;
    }

    Centre open() {
        return Centre.open(root, database);
    }
}
