package org.tamga.station.vault;

import java.util.Arrays;

/**
 * The secret code an official types to unlock the terminal. Closing wipes it.
 *
 * @param officialId id of the official in the election package
 * @param code the code as typed; not copied, wiped by {@link #close()}
 */
public record OfficialCode(String officialId, char[] code) implements AutoCloseable {
    /** Names the official, never the code. */
    @Override
    public String toString() {
        return "OfficialCode[" + officialId + "]";
    }

    @Override
    public void close() {
        Arrays.fill(code, '\0');
    }
}
