package org.tamga.kiosk.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A terminal that runs as its own process and is led through its control interface, one JSON object
 * a line.
 */
final class ControlledProcess implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final ObjectMapper json = new ObjectMapper();

    private ControlledProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts {@code tamga arguments…}; what it says on stderr is appended to {@code log}. */
    static ControlledProcess start(String name, Path launcher, Path log, List<String> arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(launcher.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new ControlledProcess(name, builder.start());
    }

    ObjectNode command(String action) {
        return json.createObjectNode().put("do", action);
    }

    /** Sends a command without waiting: the way to be killed in the middle of it. */
    void send(ObjectNode command) throws IOException {
        commands.write(json.writeValueAsString(command));
        commands.newLine();
        commands.flush();
    }

    /**
     * Sends a command and waits for its answer; an answer with {@code error} ends the
     * demonstration.
     */
    JsonNode ask(ObjectNode command) throws IOException {
        send(command);
        var line = answers.readLine();
        if (line == null) {
            throw new DemoFailure(
                    "DM-10", name + " ended while it was asked to " + command.path("do").asText());
        }
        var answer = json.readTree(line);
        if (answer.has("error")) {
            throw new DemoFailure(
                    "DM-12",
                    name
                            + " could not "
                            + command.path("do").asText()
                            + ": "
                            + answer.path("error").asText());
        }
        return answer;
    }

    JsonNode ask(String action) throws IOException {
        return ask(command(action));
    }

    /** The power cut: SIGKILL, no goodbye. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DemoFailure("DM-10", name + " did not end when asked to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
