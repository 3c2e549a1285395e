package org.tamga.devices.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a simulated device on a serial line is found: a symbolic link, as under {@code
 * /dev/serial/by-id}. After an unplug the device comes back at the same place with another terminal
 * behind it.
 */
final class TerminalPlace {
    private final Path link;
    private final WireDevice device;
    private final int baud;
    private @Nullable PseudoTerminal terminal;

    /**
     * @param baud the device's rate, 0 for as fast as possible
     */
    TerminalPlace(Path link, WireDevice device, int baud) {
        this.link = link;
        this.device = device;
        this.baud = baud;
    }

    Path link() {
        return link;
    }

    boolean isThere() {
        return Files.isSymbolicLink(link);
    }

    /**
     * @throws IOException when the system gives no pseudo-terminal
     */
    synchronized void plug() throws IOException {
        terminal = PseudoTerminal.attach(device, baud);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, terminal.path());
    }

    synchronized void unplug() {
        vanish();
        if (terminal != null) {
            terminal.close();
            terminal = null;
        }
    }

    void plugAgain() {
        unplug();
        try {
            plug();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The link alone goes: for the device itself, which is called on its terminal's own thread. */
    void vanish() {
        try {
            Files.deleteIfExists(link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
