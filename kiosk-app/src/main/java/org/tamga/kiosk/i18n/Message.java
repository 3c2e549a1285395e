package org.tamga.kiosk.i18n;

import java.util.List;

/**
 * A translatable message: a key of {@code messages_*.properties} and what fills its placeholders.
 *
 * <p>An argument may be a string, a number, a {@link Message}, an {@code
 * election.text.LocalizedText} (each shown in the reader's language) or a list of these (joined
 * with commas). ViewModels hold messages, never finished sentences, so that a change of language
 * reaches what is already on screen.
 */
public record Message(String key, List<Object> arguments) {

    /** Renders as nothing. */
    public static final Message NONE = new Message("", List.of());

    private static final String CODED = "shell.coded";

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /**
     * The sentence for a stable code such as {@code EP-03} (key {@code code.EP-03}) with the code
     * behind it, for whoever telephones for help.
     */
    public static Message ofCode(String code, Object... arguments) {
        return coded(sentenceOf(code, arguments), code);
    }

    /** Another sentence than the code's own, which tells more. */
    public static Message coded(Message sentence, String code) {
        return of(CODED, sentence, code);
    }

    /** The sentence alone, where the code has a place of its own beside it. */
    public static Message sentenceOf(String code, Object... arguments) {
        return of("code." + code, arguments);
    }

    /** Whether this is an error, from {@link #ofCode} or {@link #coded}. */
    public boolean isCoded() {
        return key.equals(CODED);
    }

    public boolean isNone() {
        return key.isEmpty();
    }
}
