package org.tamga.election.ballot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;

/** Changes each single value of a record in turn, as someone with an editor would. */
final class EveryValue {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EveryValue() {}

    /**
     * A record with one value changed.
     *
     * @param where path of the value
     * @param text canonical JSON
     */
    record Changed(String where, String text) {
        byte[] json() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    static List<Changed> changed(Object record) {
        try {
            JsonNode tree = MAPPER.readTree(CanonicalJson.write(record));
            List<Changed> all = new ArrayList<>();
            visit(tree, "", where -> all.add(new Changed(where, text(tree))));
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode tree) {
        return new String(CanonicalJson.write(tree), StandardCharsets.UTF_8);
    }

    /** What the bytes read as; null if they are refused. */
    static <T> @Nullable T read(byte[] json, Class<T> type) {
        try {
            return CanonicalJson.read(json, type);
        } catch (WireFormatException e) {
            return null;
        }
    }

    private static void visit(JsonNode node, String path, Consumer<String> emit) {
        if (node instanceof ObjectNode object) {
            for (String name : object.properties().stream().map(Map.Entry::getKey).toList()) {
                JsonNode value = object.get(name);
                if (value.isContainerNode()) {
                    visit(value, path + "." + name, emit);
                } else {
                    object.set(name, changed(value));
                    emit.accept(path + "." + name);
                    object.set(name, value);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode value = array.get(i);
                if (value.isContainerNode()) {
                    visit(value, path + "[" + i + "]", emit);
                } else {
                    array.set(i, changed(value));
                    emit.accept(path + "[" + i + "]");
                    array.set(i, value);
                }
            }
        }
    }

    private static JsonNode changed(JsonNode value) {
        if (value.isInt()) {
            return MAPPER.getNodeFactory().numberNode(value.intValue() + 1);
        }
        String text = value.textValue();
        char last = text.charAt(text.length() - 1);
        char other = last == '0' ? '1' : last == 'z' ? 'y' : last == '9' ? '8' : '0';
        return MAPPER.getNodeFactory().textNode(text.substring(0, text.length() - 1) + other);
    }
}
