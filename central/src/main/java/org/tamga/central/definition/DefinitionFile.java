package org.tamga.central.definition;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.tamga.central.CentralFailure;

/** Reads election definitions, YAML 1.2, and refuses what is unknown, missing or untranslated. */
public final class DefinitionFile {
    private static final String DEMO = "demo-election.yaml";
    private static final List<String> LANGUAGES = List.of("ky", "kk", "ru", "en");

    private DefinitionFile() {}

    /** The definition of the demonstration, as text. */
    public static byte[] demo() {
        try (InputStream stream = DefinitionFile.class.getResourceAsStream(DEMO)) {
            if (stream == null) {
                throw new IllegalStateException(DEMO + " is missing from the program");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws CentralFailure CN-23 with the place of the first mistake
     */
    public static ElectionDefinition read(Path file) {
        try {
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw CentralFailure.usage("CN-23", "the definition cannot be read: " + file);
        }
    }

    /** As {@link #read}, from memory; {@code name} is for messages. */
    public static ElectionDefinition parse(byte[] yaml, String name) {
        ObjectMapper mapper = YAMLMapper.builder().addModule(new JavaTimeModule()).build();
        try {
            JsonNode tree = mapper.readTree(yaml);
            requireTranslations(tree, "", name);
            ElectionDefinition definition = mapper.treeToValue(tree, ElectionDefinition.class);
            requireComplete(definition, name);
            return definition;
        } catch (JacksonException e) {
            throw wrong(name, e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(name, String.valueOf(e.getMessage()));
        }
    }

    /** A text in one language has to be there in all. */
    private static void requireTranslations(JsonNode node, String path, String name) {
        if (node.isObject() && LANGUAGES.stream().anyMatch(node::has)) {
            for (String language : LANGUAGES) {
                if (!node.path(language).isTextual()) {
                    throw wrong(name, path + " has no text in " + language);
                }
            }
        }
        node.properties()
                .forEach(
                        child ->
                                requireTranslations(
                                        child.getValue(), path + "/" + child.getKey(), name));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                requireTranslations(node.get(i), path + "/" + i, name);
            }
        }
    }

    private static void requireComplete(ElectionDefinition definition, String name) {
        ElectionDefinition.GuardianPlan plan = definition.guardians();
        if (plan.threshold() < 1 || plan.threshold() > plan.count() || plan.count() > 20) {
            throw wrong(name, "guardians need 1 ≤ threshold ≤ count ≤ 20");
        }
        ZoneId.of(definition.timeZone());
        if (!"today".equals(definition.electionDay())) {
            LocalDate.parse(definition.electionDay());
        }
        definition.protocolForm();
    }

    private static CentralFailure wrong(String name, String problem) {
        return CentralFailure.usage("CN-23", "the definition " + name + " is wrong: " + problem);
    }
}
