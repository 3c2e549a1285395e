package org.tamga.devices.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;

/** The process's variables as its C libraries see them; Java keeps a copy from its start. */
public final class ProcessEnvironment {
    private static final int REPLACE = 1;

    private ProcessEnvironment() {}

    /**
     * Not safe while another thread reads the environment, see setenv(3).
     *
     * @throws IllegalStateException when the system refuses
     */
    public static void set(String name, String value) {
        var set =
                NativeFunctions.ofTheSystem()
                        .function("setenv", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        try (Arena call = Arena.ofConfined()) {
            Object failed =
                    NativeFunctions.call(
                            set, call.allocateFrom(name), call.allocateFrom(value), REPLACE);
            if (!failed.equals(0)) {
                throw new IllegalStateException("setenv " + name);
            }
        }
    }
}
