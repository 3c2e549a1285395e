package org.tamga.devices.scanner.fprint;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.tamga.devices.foreign.NativeFunctions;

/** A driver that ends its process must not leave a finger in a core file. */
final class NoCoreDumps {
    private static final int RLIMIT_CORE = 4;

    private NoCoreDumps() {}

    static void set() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment none = arena.allocate(JAVA_LONG, 2);
            NativeFunctions.call(
                    NativeFunctions.ofTheSystem()
                            .function("setrlimit", JAVA_INT, JAVA_INT, ADDRESS),
                    RLIMIT_CORE,
                    none);
        }
    }
}
