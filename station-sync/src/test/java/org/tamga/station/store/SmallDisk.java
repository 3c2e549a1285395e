package org.tamga.station.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file system of a few MiB that a test may fill, named by {@code TAMGA_SMALL_DISK}. */
final class SmallDisk {
    private SmallDisk() {}

    static @Nullable Path find() {
        String named = System.getenv("TAMGA_SMALL_DISK");
        return named != null && Files.isDirectory(Path.of(named)) ? Path.of(named) : null;
    }
}
