package org.tamga.devices.scanner.fprint;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the driver process is started.
 *
 * @param before program and arguments that start the process for us; empty = none
 * @param environment what the process sees besides PATH
 * @param library file name of libfprint
 */
record HostCommand(List<String> before, Map<String, String> environment, String library) {
    /** A small Java: no optimizing compiler, no dump of its memory when it dies. */
    private static final List<String> FLAGS =
            List.of(
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx32m",
                    "-XX:-UsePerfData",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=/dev/null",
                    "-XX:+DisplayVMOutputToStderr",
                    "--enable-native-access=ALL-UNNAMED");

    static HostCommand of(Map<String, String> environment) {
        return new HostCommand(List.of(), environment, LibFprint.LIBRARY);
    }

    Process start() throws IOException {
        List<String> words = new ArrayList<>(before);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.addAll(List.of("-cp", classPath(), FprintHost.class.getName(), library));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> seen = builder.environment();
        String path = Objects.requireNonNullElse(seen.get("PATH"), "/usr/bin:/bin");
        seen.clear();
        seen.putAll(environment);
        seen.put("PATH", path);
        // The library's messages are read by people who support the station.
        seen.put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** Where our own classes are; the process needs nothing else. */
    private static String classPath() {
        URL place = FprintHost.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return place.getProtocol().equals("file")
                    ? new File(place.toURI()).getPath()
                    : System.getProperty("java.class.path");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
