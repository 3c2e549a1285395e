package org.tamga.verifier.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.TreeMap;

/** RFC 8785 for JSON whose numbers are integers of at most 2^53. */
public final class CanonicalForm {
    private static final long LARGEST = 1L << 53;

    private final StringBuilder out = new StringBuilder();

    private CanonicalForm() {}

    /**
     * The canonical bytes of a tree.
     *
     * @throws MalformedException for a null, a fraction, or a number above 2^53
     */
    public static byte[] of(JsonNode tree) throws MalformedException {
        CanonicalForm form = new CanonicalForm();
        form.value(tree);
        return form.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(JsonNode node) throws MalformedException {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> string(node.textValue());
            case BOOLEAN -> out.append(node.booleanValue());
            case NUMBER -> number(node);
            default -> throw new MalformedException("a null, or nothing at all");
        }
    }

    private void object(JsonNode node) throws MalformedException {
        // RFC 8785, 3.2.3: keys are sorted by UTF-16 code units, as String.compareTo does.
        var sorted = new TreeMap<String, JsonNode>();
        node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        char before = '{';
        for (var entry : sorted.entrySet()) {
            out.append(before);
            string(entry.getKey());
            out.append(':');
            value(entry.getValue());
            before = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void array(JsonNode node) throws MalformedException {
        out.append('[');
        for (Iterator<JsonNode> entries = node.elements(); entries.hasNext(); ) {
            value(entries.next());
            if (entries.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private void number(JsonNode node) throws MalformedException {
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || Math.abs(node.longValue()) > LARGEST) {
            throw new MalformedException("a number that is no integer of at most 2^53");
        }
        out.append(node.longValue());
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
