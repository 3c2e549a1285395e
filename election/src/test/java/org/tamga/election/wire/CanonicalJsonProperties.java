package org.tamga.election.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class CanonicalJsonProperties {
    record Node(
            String text,
            long number,
            List<String> list,
            Map<String, Long> map,
            @Nullable Node child) {}

    @Property(tries = 500)
    void whatever_is_written_is_read_back_equal(@ForAll("nodes") Node node)
            throws WireFormatException {
        byte[] json = CanonicalJson.write(node);
        Node read = CanonicalJson.read(json, Node.class);
        assertEquals(node, read);
        assertArrayEquals(json, CanonicalJson.write(read));
    }

    @Property(tries = 500)
    void the_order_in_which_a_map_was_filled_leaves_no_trace(
            @ForAll("maps") Map<String, Long> map) {
        Map<String, Long> reversed = new HashMap<>();
        map.keySet().stream()
                .sorted((a, b) -> b.compareTo(a))
                .forEach(key -> reversed.put(key, map.get(key)));
        assertArrayEquals(CanonicalJson.write(map), CanonicalJson.write(reversed));
    }

    @Property(tries = 1000)
    void a_changed_byte_is_refused_or_gives_exactly_these_bytes_back(
            @ForAll("nodes") Node node, @ForAll int place, @ForAll byte change) {
        byte[] json = CanonicalJson.write(node);
        json[Math.floorMod(place, json.length)] ^= change;
        try {
            assertArrayEquals(json, CanonicalJson.write(CanonicalJson.read(json, Node.class)));
        } catch (WireFormatException refused) {
            // That is the other permitted outcome.
        }
    }

    @Provide
    Arbitrary<Node> nodes() {
        Arbitrary<Node> leaves =
                Combinators.combine(texts(), numbers(), texts().list().ofMaxSize(4), maps())
                        .as((text, number, list, map) -> new Node(text, number, list, map, null));
        return Combinators.combine(leaves, leaves.injectNull(0.3))
                .as(
                        (node, child) ->
                                new Node(
                                        node.text(),
                                        node.number(),
                                        node.list(),
                                        node.map(),
                                        child));
    }

    @Provide
    Arbitrary<Map<String, Long>> maps() {
        return Arbitraries.maps(texts(), numbers()).ofMaxSize(6);
    }

    private static Arbitrary<Long> numbers() {
        return Arbitraries.longs().between(-(1L << 53), 1L << 53);
    }

    private static Arbitrary<String> texts() {
        Arbitrary<Character> anything = Arbitraries.chars().filter(c -> !Character.isSurrogate(c));
        Arbitrary<Character> awkward =
                Arbitraries.of('"', '\\', '/', '\b', '\t', '\u0000', '\u007f', '\u2028', 'Ң', 'ө');
        return Arbitraries.oneOf(anything, awkward)
                .array(char[].class)
                .ofMaxSize(12)
                .map(String::new);
    }
}
