package org.tamga.kiosk.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the sticks that are plugged in: writable folders two levels below the places where desktop
 * systems mount removable media, and further folders that the terminal was started with.
 */
public final class UsbDrives {

    private static final List<Path> MOUNTS = List.of(Path.of("/media"), Path.of("/run/media"));

    private final List<Path> further;

    /**
     * @param further offered as well when they exist, e.g. a folder that stands for a stick
     */
    public UsbDrives(List<Path> further) {
        this.further = List.copyOf(further);
    }

    public List<Path> drives() {
        List<Path> found = new ArrayList<>();
        for (Path mount : MOUNTS) {
            for (Path user : folders(mount)) {
                found.addAll(folders(user));
            }
        }
        found.addAll(further);
        return found.stream().filter(Files::isDirectory).filter(Files::isWritable).toList();
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isReadable(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
