package org.tamga.kiosk.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;

/**
 * The folders of one demonstration and the commands that fill them: the same ones an administrator
 * types.
 */
final class DemoHome {
    static final String STATION = "0101";
    static final String OPERATOR = STATION + "-A";
    static final String BOOTH = STATION + "-B";

    private final Path folder;
    private final Path launcher;
    private final Path log;

    DemoHome(Path folder, Path launcher) {
        this(folder, launcher, folder.resolve("demo.log"));
    }

    /**
     * @param log what the programs say, where it outlives the folder
     */
    DemoHome(Path folder, Path launcher, Path log) {
        this.folder = folder;
        this.launcher = launcher;
        this.log = log;
    }

    Path folder() {
        return folder;
    }

    /** The memory stick that is carried from the booth to the operator terminal. */
    Path stick() {
        return folder.resolve("stick");
    }

    Path people() {
        return folder.resolve("people");
    }

    Path central() {
        return folder.resolve("central");
    }

    Path kits() {
        return folder.resolve("kits");
    }

    Path kit(String terminal) {
        return kits().resolve(terminal);
    }

    Path terminal(String terminal) {
        return folder.resolve("terminals").resolve(terminal);
    }

    Path log() {
        return log;
    }

    Path launcher() {
        return launcher;
    }

    /**
     * An official of the demonstration as the kit's {@code officials.secret} names them.
     *
     * @param code unlocks a terminal together with another official's
     * @param password of the official's signing key
     */
    record Secret(String official, String code, String password) {}

    /**
     * Codes and passwords in clear: kits of a demonstration have them, real ones hand them out in
     * envelopes.
     */
    List<Secret> secrets() throws IOException {
        var sheet = new ObjectMapper().readTree(kit(OPERATOR).resolve("officials.secret").toFile());
        var secrets = new ArrayList<Secret>();
        for (var entry : sheet.path("officials")) {
            secrets.add(
                    new Secret(
                            entry.path("id").asText(),
                            entry.path("code").asText(),
                            entry.path("password").asText()));
        }
        return secrets;
    }

    /** The election that the kits were made for. */
    ElectionPackage election() throws IOException {
        try {
            var file = kit(OPERATOR).resolve("package").resolve("election-package.json");
            return CanonicalJson.read(Files.readAllBytes(file), ElectionPackage.class);
        } catch (WireFormatException e) {
            throw new DemoFailure(
                    "DM-11", "the election package of the kit is not readable: " + e.getMessage());
        }
    }

    /** Runs {@code tamga arguments…} to its end; what it prints goes to the log. */
    void run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        Files.createDirectories(folder);
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                        .start();
        process.getOutputStream().close();
        var code = process.waitFor();
        if (code != 0) {
            throw new DemoFailure(
                    "DM-10",
                    "tamga "
                            + arguments[0]
                            + " "
                            + (arguments.length > 1 ? arguments[1] : "")
                            + " ended with "
                            + code
                            + "; see "
                            + log()
                            + ": "
                            + lastLine());
        }
    }

    private String lastLine() throws IOException {
        var lines = Files.readAllLines(log());
        return lines.isEmpty() ? "" : lines.getLast();
    }
}
