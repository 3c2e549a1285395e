package org.tamga.devices.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A folder with the last slip only, {@code last…}, dated 1970: neither how many there were, nor
 * their order, nor when can be read off it.
 */
final class LastFile implements SlipFolder {
    private static final String NAME = "last";

    private final Path folder;
    private boolean written;

    LastFile(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Path write(String ending, byte[] content) throws IOException {
        Files.createDirectories(folder);
        try (var earlier = Files.newDirectoryStream(folder, NAME + "*")) {
            for (Path file : earlier) {
                Files.delete(file);
            }
        }
        written = true;
        return put(ending, content);
    }

    @Override
    public Path writeAgain(String ending, byte[] content) throws IOException {
        if (!written) {
            throw new IllegalStateException("no slip yet");
        }
        return put(ending, content);
    }

    private Path put(String ending, byte[] content) throws IOException {
        Path part = Files.write(folder.resolve(NAME + ending + ".part"), content);
        Files.setLastModifiedTime(part, FileTime.from(Instant.EPOCH));
        return Files.move(part, folder.resolve(NAME + ending), StandardCopyOption.ATOMIC_MOVE);
    }
}
