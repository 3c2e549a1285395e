package org.tamga.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.central.CentralCommand;
import org.tamga.devices.command.DevicesCommandLine;
import org.tamga.kiosk.Tamga;
import org.tamga.matcher.MatcherCommand;
import org.tamga.verifier.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Command lines are parsed by the programs' own parsers; nothing is run. */
@DisplayName("Command lines of the documentation")
class CommandsTest {
    private static final Set<String> OF_THE_LAUNCHER = Set.of("test", "bench", "help", "jdk");
    private static final Set<String> OF_THE_TERMINALS = Set.of("station", "booth", "demo");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @Test
    @DisplayName("in blocks are accepted as they stand")
    void in_blocks_are_accepted() {
        var wrong = new ArrayList<String>();
        for (var page : Pages.all()) {
            for (var line : page.commandLines()) {
                problem(line).ifPresent(what -> wrong.add(page.file() + ": " + line + ": " + what));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    @DisplayName("in sentences name commands that exist")
    void in_sentences_exist() {
        var wrong = new ArrayList<String>();
        for (var page : Pages.all()) {
            for (var line : page.namedCommands()) {
                if (!isKnown(words(line))) {
                    wrong.add(page.file() + ": " + line);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    @DisplayName("are found at all")
    void are_found() {
        assertEquals(
                true,
                Pages.all().stream().mapToInt(page -> page.commandLines().size()).sum() > 20,
                "the pages should have command lines to check");
    }

    private static Optional<String> problem(String line) {
        var words = words(line);
        if (words.isEmpty() || OF_THE_LAUNCHER.contains(words.getFirst())) {
            return Optional.empty();
        }
        try {
            program(words.getFirst()).parseArgs(arguments(words).toArray(String[]::new));
            return Optional.empty();
        } catch (ParameterException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isKnown(List<String> words) {
        if (words.isEmpty() || OF_THE_LAUNCHER.contains(words.getFirst())) {
            return true;
        }
        try {
            var command = program(words.getFirst());
            for (var word : arguments(words)) {
                if (!Character.isLowerCase(word.charAt(0)) || command.getSubcommands().isEmpty()) {
                    return true;
                }
                var next = command.getSubcommands().get(word);
                if (next == null) {
                    return false;
                }
                command = next;
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> arguments(List<String> words) {
        return OF_THE_TERMINALS.contains(words.getFirst()) ? words : words.subList(1, words.size());
    }

    private static CommandLine program(String name) {
        Object command =
                switch (name) {
                    case "station", "booth", "demo" -> new Tamga();
                    case "central" -> new CentralCommand();
                    case "matcher" -> new MatcherCommand();
                    case "devices" -> new DevicesCommandLine();
                    case "verify" -> new VerifyCommand();
                    default -> throw new IllegalArgumentException("unknown command " + name);
                };
        return new CommandLine(command);
    }

    /** The words after {@code ./tamga}. */
    private static List<String> words(String line) {
        var words =
                WORD.matcher(line)
                        .results()
                        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                        .toList();
        return Arrays.asList(words.toArray(String[]::new)).subList(1, words.size());
    }
}
