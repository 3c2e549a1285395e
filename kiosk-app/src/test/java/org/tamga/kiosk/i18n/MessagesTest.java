package org.tamga.kiosk.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.election.text.Language;
import org.tamga.election.text.LocalizedText;

@DisplayName("Messages")
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9_.-]*)\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

    private final Messages messages = Messages.load();

    @ParameterizedTest(name = "{0} has every key that English has, and no other")
    @EnumSource(Language.class)
    void sameKeys(Language language) {
        assertEquals(messages.keys(Language.EN), messages.keys(language));
    }

    @ParameterizedTest(name = "{0} fills the same placeholders as English")
    @EnumSource(Language.class)
    void samePlaceholders(Language language) {
        for (String key : messages.keys(Language.EN)) {
            assertEquals(
                    placeholders(messages.pattern(Language.EN, key)),
                    placeholders(messages.pattern(language, key)),
                    key);
        }
    }

    @ParameterizedTest(
            name = "no text of {0} is empty or has a quote that would swallow a placeholder")
    @EnumSource(Language.class)
    void noEmptyText(Language language) {
        for (String key : messages.keys(language)) {
            String pattern = messages.pattern(language, key);
            assertFalse(pattern.isBlank(), key);
            assertFalse(pattern.contains("'"), key);
        }
    }

    @Test
    @DisplayName("every key that the program names exists")
    void nothingMissing() throws IOException {
        Set<String> keys = messages.keys(Language.EN);
        Set<String> prefixes =
                keys.stream().map(k -> k.substring(0, k.indexOf('.'))).collect(Collectors.toSet());
        List<String> missing =
                literals()
                        .filter(l -> prefixes.contains(l.substring(0, l.indexOf('.'))))
                        .filter(l -> !l.endsWith("."))
                        .filter(l -> !keys.contains(l))
                        .toList();
        assertTrue(missing.isEmpty(), () -> "no message for " + missing);
    }

    @Test
    @DisplayName("every key is named by the program, whole or as a prefix and a constant or code")
    void nothingUnused() throws IOException {
        Set<String> whole = literals().collect(Collectors.toSet());
        List<String> prefixes = whole.stream().filter(l -> l.endsWith(".")).toList();
        Set<String> words = wordsOfTheProgram();
        List<String> unused =
                messages.keys(Language.EN).stream()
                        .filter(key -> !whole.contains(key))
                        .filter(
                                key ->
                                        prefixes.stream()
                                                .filter(key::startsWith)
                                                .map(prefix -> key.substring(prefix.length()))
                                                .noneMatch(words::contains))
                        .toList();
        assertEquals(List.of(), unused);
    }

    /** Constants and codes of every module whose words a person may see. */
    private static Set<String> wordsOfTheProgram() throws IOException {
        Set<String> words = new TreeSet<>();
        for (String module :
                List.of(
                        "election",
                        "matcher",
                        "hardware-profiles",
                        "station-sync",
                        "central",
                        "kiosk-app")) {
            for (Path file : javaFiles(Path.of("..", module, "src/main"))) {
                WORD.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> words.add(match.group()));
            }
        }
        return words;
    }

    @Test
    @DisplayName("a list, a nested message and a localized text are shown in the reader's language")
    void arguments() {
        Message nested =
                Message.of(
                        "status.skew",
                        LocalizedText.same("x"),
                        List.of("1", Message.of("status.ready")));
        assertEquals("x (расхождение 1, исправно с)", messages.text(Language.RU, nested));
    }

    @Test
    @DisplayName("a code without a sentence is shown as the code")
    void unknownCode() {
        assertEquals("Error [XX-99]", messages.text(Language.EN, Message.ofCode("XX-99")));
    }

    private static Set<String> placeholders(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> literals() throws IOException {
        Stream.Builder<String> found = Stream.builder();
        for (Path file : javaFiles(SOURCES)) {
            LITERAL.matcher(Files.readString(file))
                    .results()
                    .forEach(match -> found.add(match.group(1)));
        }
        return found.build();
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }
}
