package org.tamga.devices.simulator;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.tamga.devices.foreign.NativeFunctions;

/** Pipes with a place in the file system. */
final class NamedPipe {
    private static final int OWNER_ONLY = 0600;

    private NamedPipe() {}

    /** Open at both ends: it neither blocks its openers nor ends before it is closed here. */
    static RandomAccessFile make(Path place) throws IOException {
        var make = NativeFunctions.ofTheSystem().function("mkfifo", JAVA_INT, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            Object failed =
                    NativeFunctions.call(make, arena.allocateFrom(place.toString()), OWNER_ONLY);
            if (!failed.equals(0)) {
                throw new IOException("no pipe can be made at " + place);
            }
        }
        return new RandomAccessFile(place.toFile(), "rw");
    }
}
