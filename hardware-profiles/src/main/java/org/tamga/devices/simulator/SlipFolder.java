package org.tamga.devices.simulator;

import java.io.IOException;
import java.nio.file.Path;

/** Where the slips of a simulated printer fall. Not thread-safe. */
sealed interface SlipFolder permits NumberedFiles, LastFile {

    Path folder();

    /** A new slip: {@code name + ending}, written in one step. */
    Path write(String ending, byte[] content) throws IOException;

    /**
     * The slip that fell last, in another format, under the same name.
     *
     * @throws IllegalStateException when none fell yet
     */
    Path writeAgain(String ending, byte[] content) throws IOException;
}
