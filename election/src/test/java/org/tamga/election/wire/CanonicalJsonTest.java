package org.tamga.election.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    enum Colour {
        RED
    }

    record Inner(String text, @Nullable Integer number) {}

    record Sample(
            long b,
            boolean a,
            Colour colour,
            Instant at,
            LocalDate day,
            LocalTime time,
            byte[] blob,
            Optional<String> maybe,
            List<Inner> list,
            Map<String, Long> map) {
        boolean isWhole() {
            return true;
        }
    }

    private static Sample sample() {
        return new Sample(
                7,
                true,
                Colour.RED,
                Instant.parse("2026-11-22T08:00:00Z"),
                LocalDate.of(2026, 11, 22),
                LocalTime.of(8, 0),
                new byte[] {0, -1},
                Optional.empty(),
                List.of(new Inner("й\"\n\u001f/", null)),
                Map.of("z", 1L, "ä", 2L));
    }

    private static final String WRITTEN =
            "{\"a\":true,\"at\":\"2026-11-22T08:00:00Z\",\"b\":7,\"blob\":\"AP8=\","
                    + "\"colour\":\"RED\",\"day\":\"2026-11-22\",\"list\":[{\"text\":\"й\\\"\\n\\u001f/\"}],"
                    + "\"map\":{\"z\":1,\"ä\":2},\"time\":\"08:00\"}";

    @Test
    void a_record_is_written_with_sorted_keys_and_without_what_is_absent() {
        assertEquals(WRITTEN, new String(CanonicalJson.write(sample()), UTF_8));
    }

    @Test
    void what_was_written_is_read_back() throws WireFormatException {
        Sample read = CanonicalJson.read(WRITTEN.getBytes(UTF_8), Sample.class);
        assertArrayEquals(WRITTEN.getBytes(UTF_8), CanonicalJson.write(read));
        assertEquals(sample().list(), read.list());
        assertEquals(Optional.empty(), read.maybe());
    }

    @Test
    void the_example_of_the_standard_for_sorting_comes_out_as_the_standard_says() {
        // RFC 8785, 3.2.3: keys are sorted by UTF-16 code units.
        Map<String, String> map = new HashMap<>();
        for (String key :
                List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            map.put(key, "");
        }
        assertEquals(
                "{\"\\r\":\"\",\"1\":\"\",\"\u0080\":\"\",\"\u00f6\":\"\",\"\u20ac\":\"\",\"\ud83d\ude00\":\"\",\"\ufb33\":\"\"}",
                new String(CanonicalJson.write(map), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":1, \"text\":\"x\"}",
                "{\"number\":1,\"text\":\"x\"}\n",
                "{\"text\":\"x\",\"number\":1}",
                "{\"number\":1,\"other\":2,\"text\":\"x\"}",
                "{\"number\":1,\"number\":1,\"text\":\"x\"}",
                "{\"number\":1.0,\"text\":\"x\"}",
                "{\"number\":1e0,\"text\":\"x\"}",
                "{\"number\":\"1\",\"text\":\"x\"}",
                "{\"number\":null,\"text\":\"x\"}",
                "{\"number\":1}",
                "{\"number\":1,\"text\":null}",
                "{\"number\":1,\"text\":1}",
                "{\"number\":1,\"text\":true}",
                "{\"number\":1,\"text\":\"\\u0078\"}",
                "{\"number\":1,\"text\":\"\\ud800\"}",
                "{\"number\":99999999999,\"text\":\"x\"}",
                "{\"number\":-0,\"text\":\"x\"}",
                "{\"number\":1,\"text\":\"x\"",
                "[]",
                "null",
                "",
                "\ufeff{\"number\":1,\"text\":\"x\"}"
            })
    void anything_but_the_canonical_form_is_refused(String json) {
        assertThrows(
                WireFormatException.class,
                () -> CanonicalJson.read(json.getBytes(UTF_8), Inner.class));
    }

    @Test
    void bytes_that_are_not_utf8_are_refused() {
        byte[] json = "{\"number\":1,\"text\":\"x\"}".getBytes(UTF_8);
        json[20] = (byte) 0xff;
        assertThrows(WireFormatException.class, () -> CanonicalJson.read(json, Inner.class));
    }

    @Test
    void what_has_no_canonical_form_is_not_written() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(Map.of("x", 0.5)));
        assertThrows(
                IllegalArgumentException.class,
                () -> CanonicalJson.write(Map.of("x", (1L << 53) + 1)));
        assertThrows(
                IllegalArgumentException.class, () -> CanonicalJson.write(Map.of("x", "\ud800")));
        assertThrows(
                IllegalArgumentException.class,
                () -> CanonicalJson.write(Arrays.asList("x", null)));
        assertThrows(
                IllegalArgumentException.class,
                () -> CanonicalJson.write(Map.of("at", Instant.parse("2026-11-22T08:00:00.5Z"))));
    }

    @Test
    void a_message_names_the_place_and_not_the_content() {
        byte[] json = "{\"a\":true,\"at\":\"secret\"}".getBytes(UTF_8);
        WireFormatException refusal =
                assertThrows(
                        WireFormatException.class, () -> CanonicalJson.read(json, Sample.class));
        assertEquals("wrong, missing or unknown value at /at", refusal.getMessage());
    }

    @Test
    void deep_nesting_is_refused_and_not_followed() {
        byte[] json = "[".repeat(100_000).getBytes(UTF_8);
        assertThrows(WireFormatException.class, () -> CanonicalJson.read(json, List.class));
    }
}
