package org.tamga.kiosk.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Caches of loaded classes, which the launcher hands to Java: terminals and centre start in half
 * the time. They are recorded by one run of each program and hold for the jars of that moment;
 * without them everything starts as well, only later.
 */
final class QuickStart {
    private static final int SECONDS = 60;

    private final DemoHome home;

    QuickStart(DemoHome home) {
        this.home = home;
    }

    /** Whether all caches are there and not older than the programs. */
    boolean isReady() throws IOException {
        return isReady("kiosk-app") && isReady("central");
    }

    private boolean isReady(String module) throws IOException {
        var cache = cache(module);
        if (!Files.exists(cache)) {
            return false;
        }
        var recorded = Files.getLastModifiedTime(cache);
        try (var jars = Files.list(cache.resolveSibling("lib"))) {
            for (var jar : jars.toList()) {
                if (Files.getLastModifiedTime(jar).compareTo(recorded) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Runs each program once. One that does not leave a cache is no failure.
     *
     * @return whether the caches are there now
     */
    boolean record() throws IOException, InterruptedException {
        try {
            return recordAll();
        } finally {
            clear("kiosk-app");
            clear("central");
        }
    }

    private boolean recordAll() throws IOException, InterruptedException {
        var operator = home.terminal(DemoHome.OPERATOR).toString();
        var terminal =
                run(
                        "kiosk-app",
                        ProcessBuilder.Redirect.DISCARD,
                        "station",
                        "--home",
                        operator,
                        "--simulated",
                        "--glimpse");
        var terminalDone = take("kiosk-app", terminal);
        var centre =
                run(
                        "central",
                        ProcessBuilder.Redirect.PIPE,
                        "central",
                        "serve",
                        "--home",
                        home.central().toString(),
                        "--port",
                        "0",
                        "--page-port",
                        "0");
        try (var says = centre.inputReader()) {
            // Its first line says where it listens; then it serves until it is asked to end.
            if (says.readLine() != null) {
                // Process.destroy would close the pipe that it still writes to.
                centre.toHandle().destroy();
            }
            says.transferTo(Writer.nullWriter());
        }
        return take("central", centre) && terminalDone;
    }

    private Process run(String module, ProcessBuilder.Redirect output, String... arguments)
            throws IOException {
        clear(module);
        var command = new ArrayList<String>(List.of(home.launcher().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output);
        builder.environment().put("TAMGA_RECORD_CACHE", unfinished(module).toString());
        return builder.start();
    }

    // A cache that is being written is never there under its name.
    private boolean take(String module, Process recording)
            throws IOException, InterruptedException {
        if (!recording.waitFor(SECONDS, TimeUnit.SECONDS)) {
            recording.destroyForcibly().waitFor();
            return false;
        }
        if (!Files.exists(unfinished(module))) {
            return false;
        }
        Files.move(unfinished(module), cache(module), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    // Java lays its notes beside the cache that it writes; a run that is killed leaves both.
    private void clear(String module) throws IOException {
        Files.deleteIfExists(unfinished(module));
        Files.deleteIfExists(unfinished(module).resolveSibling("classes.aot.part.config"));
    }

    private Path cache(String module) {
        return home.launcher()
                .toAbsolutePath()
                .resolveSibling(module)
                .resolve("target")
                .resolve("classes.aot");
    }

    private Path unfinished(String module) {
        return cache(module).resolveSibling("classes.aot.part");
    }
}
