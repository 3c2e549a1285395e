package org.tamga.verifier.record;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.verifier.format.LogLine;

@DisplayName("Reading canonical JSON")
class JsonTest {
    @ParameterizedTest
    @DisplayName("refuses every other form")
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"batch\":1,\"leaf\":\"a\"} ",
                "{ \"batch\":1,\"leaf\":\"a\"}",
                "{\"leaf\":\"a\",\"batch\":1}",
                "{\"batch\":1.0,\"leaf\":\"a\"}",
                "{\"batch\":01,\"leaf\":\"a\"}",
                "{\"batch\":\"1\",\"leaf\":\"a\"}",
                "{\"batch\":1,\"batch\":1,\"leaf\":\"a\"}",
                "{\"batch\":1,\"leaf\":\"\\u0061\"}",
                "{\"batch\":1,\"leaf\":null}",
                "{\"batch\":1}",
                "{\"leaf\":\"a\"}",
                "{\"batch\":1,\"leaf\":\"a\",\"other\":1}",
                "{\"batch\":9007199254740993,\"leaf\":\"a\"}",
                "[]",
                "{\"batch\":1,\"leaf\":\"a\"}{}"
            })
    void refuses(String text) {
        assertThrows(
                MalformedException.class,
                () -> Json.read(text.getBytes(StandardCharsets.UTF_8), LogLine.class));
    }
}
