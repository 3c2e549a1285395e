package org.tamga.kiosk.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/** Reads commands, one JSON object a line, until the input ends; answers each with one line. */
final class ControlLoop {
    private final Map<String, Action> actions;
    private final ObjectMapper json;

    /** What a command does; throws {@link ControlFailure} when it cannot. */
    @FunctionalInterface
    interface Action {
        void run(JsonNode command, ObjectNode answer) throws IOException;
    }

    ControlLoop(Map<String, Action> actions, ObjectMapper json) {
        this.actions = Map.copyOf(actions);
        this.json = json;
    }

    void run(BufferedReader in, PrintStream out) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            out.println(json.writeValueAsString(answer(line)));
            out.flush();
        }
    }

    private ObjectNode answer(String line) throws IOException {
        var answer = json.createObjectNode();
        try {
            var command = json.readTree(line);
            var action = actions.get(command.path("do").asText());
            if (action == null) {
                throw new ControlFailure(
                        "CO-01", "no such command: " + command.path("do").asText());
            }
            action.run(command, answer);
        } catch (JsonProcessingException e) {
            answer.removeAll().put("error", "CO-02 not a JSON object");
        } catch (ControlFailure e) {
            answer.removeAll().put("error", e.getMessage());
        } catch (IllegalArgumentException e) {
            // An overvote, an unknown channel: refused by the workflow before it changed anything.
            answer.removeAll().put("error", "CO-10 a value that the command does not take");
        }
        return answer;
    }
}
