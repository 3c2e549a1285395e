package org.tamga.verifier.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;

@Label("What the canonical form writes")
class CanonicalFormPropertyTest {
    @Property(tries = 200)
    @Label("is accepted by the strict reader, whatever the text")
    void isAccepted(
            @ForAll @Size(max = 5) Map<@NotBlank String, String> texts,
            @ForAll @LongRange(min = -(1L << 53), max = 1L << 53) long number)
            throws MalformedException {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        texts.forEach((key, text) -> tree.put(paired(key), paired(text)));
        tree.put("number", number);
        byte[] bytes = CanonicalForm.of(tree);
        assertArrayEquals(bytes, CanonicalForm.of(Json.tree(bytes)));
    }

    /** Without half surrogate pairs, which are no text. */
    private static String paired(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
