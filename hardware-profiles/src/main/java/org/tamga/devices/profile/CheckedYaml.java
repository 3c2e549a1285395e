package org.tamga.devices.profile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.profile.ProfileReading.Refused;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads one YAML file into a record after checking it against a JSON schema (draft 2020-12).
 *
 * @param <T> the record
 */
final class CheckedYaml<T> {
    private static final int LONGEST_FILE = 64 * 1024;

    private final JsonSchema schema;
    private final JsonNodeReader reader;
    private final ObjectMapper mapper;
    private final Class<T> type;

    CheckedYaml(String schemaResource, Class<T> type) {
        this.type = type;
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(16);
        options.setCodePointLimit(LONGEST_FILE);
        mapper = new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build());
        reader = JsonNodeReader.builder().yamlMapper(mapper).locationAware().build();
        schema = schema(schemaResource);
    }

    private static JsonSchema schema(String resource) {
        try (InputStream in = CheckedYaml.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param file name shown in problems
     */
    ProfileReading<T> read(String file, String text) {
        if (text.length() > LONGEST_FILE) {
            return refused("DV-30", file, 0, "longer than " + LONGEST_FILE + " characters");
        }
        try {
            // The schema library hides where YAML itself is broken: read it plainly first.
            mapper.readTree(text);
            JsonNode tree = reader.readTree(text, InputFormat.YAML);
            if (tree == null || !tree.isObject()) {
                return refused("DV-30", file, 1, "not a mapping of keys to values");
            }
            List<ProfileProblem> problems =
                    schema.validate(tree).stream().map(m -> problem(file, tree, m)).toList();
            return problems.isEmpty()
                    ? new Accepted<>(mapper.treeToValue(tree, type))
                    : new Refused<>(problems);
        } catch (JsonProcessingException e) {
            return refused("DV-30", file, line(e.getLocation()), e.getOriginalMessage());
        } catch (IOException e) {
            return refused("DV-30", file, 0, String.valueOf(e.getMessage()));
        }
    }

    /** The parser quotes the file, indented, between what it was at and what is wrong. */
    private ProfileReading<T> refused(String code, String file, int line, @Nullable String reason) {
        String said =
                String.valueOf(reason)
                        .lines()
                        .filter(text -> !text.isBlank() && !text.startsWith(" "))
                        .collect(Collectors.joining(": "));
        return new Refused<>(new ProfileProblem(code, file, line, said));
    }

    private static ProfileProblem problem(String file, JsonNode tree, ValidationMessage message) {
        JsonNode node = JsonNodes.get(tree, message.getInstanceLocation());
        if (node != null && message.getProperty() != null && node.has(message.getProperty())) {
            node = node.get(message.getProperty());
        }
        int line = node == null ? 0 : line(JsonNodes.tokenLocationOf(node));
        // The schema forbids keys where they mean nothing by the schema "false".
        String reason =
                "false".equals(message.getType())
                        ? message.getInstanceLocation() + ": means nothing for such a device"
                        : message.getMessage();
        return new ProfileProblem("DV-31", file, line, reason);
    }

    private static int line(@Nullable JsonLocation location) {
        return location == null ? 0 : Math.max(0, location.getLineNr());
    }
}
