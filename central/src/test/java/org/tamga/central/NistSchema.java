package org.tamga.central;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes of NIST SP 1500-100 version 2 that we use, as a closed JSON schema written from the
 * standard's tables of attributes (required ones, enumerations, nothing else allowed), and the rule
 * no schema says: every reference leads to an object of the report.
 */
final class NistSchema {
    private NistSchema() {}

    static List<String> problems(byte[] report) {
        var problems = new ArrayList<String>();
        try (InputStream schema = NistSchema.class.getResourceAsStream("nist-1500-100-used.json")) {
            JsonSchema checked =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
            JsonNode tree = new ObjectMapper().readTree(report);
            checked.validate(tree).forEach(message -> problems.add(message.getMessage()));
            Set<String> ids = new HashSet<>();
            collect(tree, ids, problems);
            references(tree, ids, problems);
        } catch (JacksonException e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems;
    }

    private static void collect(JsonNode node, Set<String> ids, List<String> problems) {
        if (node.has("@id") && !ids.add(node.get("@id").asText())) {
            problems.add("twice: " + node.get("@id").asText());
        }
        node.forEach(child -> collect(child, ids, problems));
    }

    private static void references(JsonNode node, Set<String> ids, List<String> problems) {
        node.properties()
                .forEach(
                        field -> {
                            if (field.getKey().matches(".*(Id|Ids)")
                                    && !field.getKey().equals("VendorApplicationId")) {
                                texts(field.getValue())
                                        .filter(id -> !ids.contains(id))
                                        .forEach(id -> problems.add("nothing has the id " + id));
                            }
                        });
        node.forEach(child -> references(child, ids, problems));
    }

    private static Stream<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> texts.add(child.asText()));
        return texts.stream();
    }
}
