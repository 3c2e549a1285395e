package org.tamga.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs {@code ./tamga} as a person does, on what Maven has just built. */
final class Launcher {
    private Launcher() {}

    record Result(int status, String out, String err) {}

    static Result run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of("TAMGA_NO_BUILD", "1"), arguments);
    }

    /**
     * @param environment added to, or put in place of, that of this process
     */
    static Result run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var out = Files.createTempFile("tamga", ".out");
        var err = Files.createTempFile("tamga", ".err");
        try {
            var command = new ArrayList<String>(List.of(Pages.root().resolve("tamga").toString()));
            command.addAll(List.of(arguments));
            var builder =
                    new ProcessBuilder(command)
                            .directory(Pages.root().toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment().remove("DISPLAY");
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var status = process.waitFor();
            return new Result(status, text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
