package org.tamga.verifier.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tamga.verifier.format.ElectionPackage.TerminalKind;
import org.tamga.verifier.format.JournalLine.Event;
import org.tamga.verifier.record.MalformedException;

/** The events that docs/events.md allows, their data and the forms of their values. */
public final class EventCatalogue {
    private static final Map<String, Pattern> TYPES =
            Map.of(
                    "number", Pattern.compile("0|-?[1-9][0-9]{0,14}"),
                    "id", Pattern.compile("[A-Za-z0-9.:@_-]{1,128}"),
                    "hex", Pattern.compile("([0-9a-f]{2}){1,64}"),
                    "code", Pattern.compile("[A-Z0-9_-]{1,64}"),
                    "text", Pattern.compile("[^\\p{Cc}]{1,500}"));

    private final Map<String, Kind> kinds = new HashMap<>();

    private record Kind(String terminals, Map<String, Value> data) {}

    private record Value(boolean optional, Pattern form) {}

    /** Reads the table that is part of the program. */
    public EventCatalogue() {
        try (InputStream table = EventCatalogue.class.getResourceAsStream("events.txt");
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(table), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] words = line.split(" ", -1);
        Map<String, Value> data = new HashMap<>();
        for (int i = 3; i < words.length; i++) {
            String[] pair = words[i].split(":", -1);
            boolean optional = pair[0].endsWith("?");
            data.put(
                    pair[0].replace("?", ""),
                    new Value(optional, Objects.requireNonNull(TYPES.get(pair[1]))));
        }
        kinds.put(words[1], new Kind(words[2], data));
    }

    /**
     * Checks an event's type and data.
     *
     * @throws MalformedException saying what the catalogue does not allow
     */
    public void require(Event event, TerminalKind terminal) throws MalformedException {
        Kind kind = kinds.get(event.type());
        if (kind == null) {
            throw new MalformedException("there is no event " + event.type());
        }
        if (!kind.terminals().contains(terminal.name().toLowerCase(Locale.ROOT))) {
            throw new MalformedException(event.type() + " is no event of this kind of terminal");
        }
        for (var key : kind.data().entrySet()) {
            String value = event.data().get(key.getKey());
            boolean fits =
                    value == null
                            ? key.getValue().optional()
                            : key.getValue().form().matcher(value).matches();
            if (!fits) {
                throw new MalformedException(event.type() + ": " + key.getKey());
            }
        }
        for (String key : event.data().keySet()) {
            if (!kind.data().containsKey(key)) {
                throw new MalformedException(event.type() + ": unknown key " + key);
            }
        }
    }
}
