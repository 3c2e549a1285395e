package org.tamga.devices.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the driver processes of one virtual reader stand still (SIGSTOP), as those of a reader do
 * that hangs in the system, and lets them go on. They are known by the reader's socket in their
 * environment.
 */
final class StoppedDrivers {
    private static final String PLACE = "FP_VIRTUAL_IMAGE=";

    private final String variable;

    StoppedDrivers(Path socket) {
        this.variable = PLACE + socket;
    }

    void stop() {
        tell("-STOP");
    }

    void goOn() {
        tell("-CONT");
    }

    private void tell(String signal) {
        List<String> drivers =
                ProcessHandle.allProcesses()
                        .map(process -> Long.toString(process.pid()))
                        .filter(this::isOurs)
                        .toList();
        for (String driver : drivers) {
            try {
                int unused = new ProcessBuilder("kill", signal, driver).start().waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Other people's processes cannot be read, and some have just ended. */
    private boolean isOurs(String process) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", process, "environ"));
            return List.of(new String(environment, StandardCharsets.UTF_8).split("\0"))
                    .contains(variable);
        } catch (IOException e) {
            return false;
        }
    }
}
