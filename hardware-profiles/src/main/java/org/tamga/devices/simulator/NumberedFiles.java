package org.tamga.devices.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * A folder that fills with {@code NNNN…} files; numbering goes on after a restart. Not thread-safe.
 */
final class NumberedFiles implements SlipFolder {
    private static final Pattern NUMBER = Pattern.compile("^(\\d{4,9})\\D.*");

    private final Path folder;
    private int last = -1;

    NumberedFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path folder() {
        return folder;
    }

    /** Writes {@code NNNN + ending} in one step: a reader never sees half a file. */
    @Override
    public Path write(String ending, byte[] content) throws IOException {
        Files.createDirectories(folder);
        if (last < 0) {
            last = highest();
        }
        last++;
        return put(ending, content);
    }

    @Override
    public Path writeAgain(String ending, byte[] content) throws IOException {
        if (last < 0) {
            throw new IllegalStateException("no slip yet");
        }
        return put(ending, content);
    }

    private Path put(String ending, byte[] content) throws IOException {
        String name = "%04d%s".formatted(last, ending);
        Path part = Files.write(folder.resolve(name + ".part"), content);
        return Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private int highest() throws IOException {
        try (var listing = Files.list(folder)) {
            return listing.map(file -> NUMBER.matcher(file.getFileName().toString()))
                    .filter(matcher -> matcher.matches())
                    .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                    .max()
                    .orElse(0);
        }
    }
}
