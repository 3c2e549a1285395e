package org.tamga.kiosk.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlLoopTest {
    @Test
    void each_line_gets_one_answer_and_errors_do_not_end_the_session() throws IOException {
        assertEquals(
                """
                {"twice":14}
                {"error":"CO-01 no such command: dance"}
                {"error":"CO-02 not a JSON object"}
                {"error":"CO-05 too large"}
                {"error":"CO-10 a value that the command does not take"}
                {"twice":2}
                """,
                answers(
                        """
                        {"do":"double","number":7}
                        {"do":"dance"}
                        {"do":
                        {"do":"double","number":1000}
                        {"do":"double","number":-1}
                        {"do":"double","number":1}
                        """));
    }

    private static String answers(String commands) throws IOException {
        var loop =
                new ControlLoop(
                        Map.of(
                                "double",
                                (command, answer) -> {
                                    if (command.path("number").asInt() > 100) {
                                        throw new ControlFailure("CO-05", "too large");
                                    }
                                    if (command.path("number").asInt() < 0) {
                                        throw new IllegalArgumentException("negative");
                                    }
                                    answer.put("twice", 2 * command.path("number").asInt());
                                }),
                        new ObjectMapper());
        var out = new ByteArrayOutputStream();
        loop.run(
                new BufferedReader(new StringReader(commands)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
