import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns the event catalogue into the enum EventType and into docs/events.md. Run by the build as a single-file
 * program: {@code GenerateEvents.java <events.yaml> <source folder> <events.md>}. Files that did not change are not
 * touched, so nothing is compiled in vain.
 */
final class GenerateEvents {

    record Key(String name, String type, boolean optional, String text) {}

    record Event(
            String code, String name, String severity, List<String> terminals, String text, List<Key> keys) {}

    private static final Set<String> TYPES = Set.of("number", "id", "hex", "code", "text");
    private static final Set<String> SEVERITIES = Set.of("INFO", "NOTICE", "WARNING", "ERROR");

    public static void main(String[] args) throws IOException {
        List<Event> events = read(Path.of(args[0]));
        write(Path.of(args[1], "org/tamga/election/journal/EventType.java"), javaSource(events));
        write(Path.of(args[2]), page(events));
    }

    private static List<Event> read(Path catalogue) throws IOException {
        List<Event> events = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (JsonNode node : new YAMLMapper().readTree(catalogue.toFile())) {
            Event event = event(node);
            if (!taken.add(event.code()) || !taken.add(event.name())) {
                throw new IllegalArgumentException("given twice: " + event.code() + " " + event.name());
            }
            events.add(event);
        }
        events.sort(Comparator.comparing(Event::code));
        return events;
    }

    private static Event event(JsonNode node) {
        String code = required(node, "code");
        check(code.matches("E[1-9][0-9]{2}"), code, "a code is E and three digits");
        String severity = required(node, "severity");
        check(SEVERITIES.contains(severity), code, "severity is one of " + SEVERITIES);
        List<String> terminals = new ArrayList<>();
        node.required("terminals").forEach(terminal -> terminals.add(terminal.asText()));
        List<Key> keys = new ArrayList<>();
        node.required("data").properties().forEach(entry -> keys.add(key(code, entry.getKey(), entry.getValue())));
        return new Event(code, required(node, "name"), severity, terminals, required(node, "text"), keys);
    }

    private static Key key(String code, String name, JsonNode node) {
        String type = required(node, "type");
        check(TYPES.contains(type), code, name + ": type is one of " + TYPES);
        return new Key(name, type, node.path("optional").asBoolean(false), required(node, "text"));
    }

    private static String javaSource(List<Event> events) {
        StringBuilder out = new StringBuilder();
        out.append("// Generated from election/src/main/catalogue/events.yaml. Do not edit.\n")
                .append("package org.tamga.election.journal;\n\n")
                .append("import java.util.List;\nimport java.util.Set;\n")
                .append("import org.tamga.election.definition.TerminalKind;\n\n")
                .append("/** Every event that a terminal may write into its journal. */\n")
                .append("public enum EventType {\n");
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            out.append("    /** ").append(event.text()).append(" */\n    ").append(event.name()).append("(\n");
            out.append("            \"").append(event.code()).append("\",\n");
            out.append("            Severity.").append(event.severity()).append(",\n");
            out.append("            Set.of(")
                    .append(String.join(", ", event.terminals().stream().map(t -> "TerminalKind." + t).toList()))
                    .append("),\n");
            out.append("            \"").append(event.text().replace("\"", "\\\"")).append("\",\n");
            out.append("            List.of(");
            List<String> keys = event.keys().stream()
                    .map(key -> "\n                    new DataKey(\"%s\", KeyType.%s, %s)"
                            .formatted(key.name(), key.type().toUpperCase(java.util.Locale.ROOT), key.optional()))
                    .toList();
            out.append(String.join(",", keys)).append("))").append(i + 1 < events.size() ? ",\n" : ";\n");
        }
        return out.append(
                        """

                            private final String code;
                            private final Severity severity;
                            private final Set<TerminalKind> terminals;
                            private final String text;
                            private final List<DataKey> keys;

                            EventType(
                                    String code,
                                    Severity severity,
                                    Set<TerminalKind> terminals,
                                    String text,
                                    List<DataKey> keys) {
                                this.code = code;
                                this.severity = severity;
                                this.terminals = terminals;
                                this.text = text;
                                this.keys = keys;
                            }

                            /** Stable code, E and three digits. */
                            public String code() {
                                return code;
                            }

                            public Severity severity() {
                                return severity;
                            }

                            /** The kinds of terminal that may write this event. */
                            public Set<TerminalKind> terminals() {
                                return terminals;
                            }

                            /** What happened, in English. */
                            public String text() {
                                return text;
                            }

                            /** The keys of the event's data in the order of the catalogue. */
                            public List<DataKey> keys() {
                                return keys;
                            }
                        }
                        """)
                .toString();
    }

    private static String page(List<Event> events) {
        StringBuilder out = new StringBuilder();
        out.append("# Journal events\n\n")
                .append("Generated from `election/src/main/catalogue/events.yaml`; edit that file. ")
                .append("How a line of the journal is built, chained and signed: [formats/journal.md](formats/journal.md).\n\n")
                .append("Types: `number` decimal integer; `id` 1–128 letters, digits and `- . : @ _`; `hex` lower-case hex; ")
                .append("`code` upper-case letters, digits, `-` and `_`; `text` 1–500 characters. ")
                .append("All values are JSON strings. A key marked ? may be absent.\n\n")
                .append("| code | event | severity | written by | data | what happened |\n")
                .append("|---|---|---|---|---|---|\n");
        for (Event event : events) {
            List<String> keys = event.keys().stream()
                    .map(key -> "`%s`%s %s: %s"
                            .formatted(key.name(), key.optional() ? "?" : "", key.type(), key.text()))
                    .toList();
            out.append("| %s | `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            event.code(),
                            event.name(),
                            event.severity().toLowerCase(java.util.Locale.ROOT),
                            String.join(", ", event.terminals()).toLowerCase(java.util.Locale.ROOT),
                            String.join("<br>", keys),
                            event.text()));
        }
        return out.toString();
    }

    private static void write(Path file, String content) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(content)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String required(JsonNode node, String key) {
        return node.required(key).asText();
    }

    private static void check(boolean holds, String code, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(code + ": " + rule);
        }
    }
}
