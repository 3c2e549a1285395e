package org.tamga.kiosk.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tamga.election.text.Language;
import org.tamga.election.text.LocalizedText;

/** The four message files, read once; placeholders are those of {@link MessageFormat}. */
public final class Messages {

    private static final String UNKNOWN_CODE = "code.unknown";

    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);

    private Messages() {
        for (Language language : Language.values()) {
            patterns.put(language, read(language));
        }
    }

    public static Messages load() {
        return new Messages();
    }

    /** The keys of one language, sorted. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(patternsOf(language).keySet());
    }

    /** The untranslated pattern with its placeholders. */
    public String pattern(Language language, String key) {
        String pattern = patternsOf(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No message '" + key + "' in " + language);
        }
        return pattern;
    }

    /**
     * The message as one reader sees it. A stable code without a sentence of its own is an error
     * with just its code.
     */
    public String text(Language language, Message message) {
        if (message.isNone()) {
            return "";
        }
        if (message.key().startsWith("code.") && !patternsOf(language).containsKey(message.key())) {
            return pattern(language, UNKNOWN_CODE);
        }
        Object[] arguments = message.arguments().stream().map(a -> argument(language, a)).toArray();
        return format(pattern(language, message.key()), arguments);
    }

    private String argument(Language language, Object argument) {
        return switch (argument) {
            case Message nested -> text(language, nested);
            case LocalizedText text -> text.in(language);
            case List<?> list ->
                    list.stream()
                            .map(item -> argument(language, (Object) item))
                            .collect(Collectors.joining(", "));
            default -> argument.toString();
        };
    }

    private static String format(String pattern, Object[] arguments) {
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    private Map<String, String> patternsOf(Language language) {
        return patterns.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(Language language) {
        String file = "messages_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream bytes = Messages.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("Missing resource " + file);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(k -> k, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
