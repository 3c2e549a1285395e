package org.tamga.kiosk.shell;

import java.util.List;
import org.tamga.election.text.Language;

/**
 * Keys of the on-screen keyboard, row by row, lower case. JavaFX's own keyboard is Latin only;
 * these are the national layouts with every Kyrgyz and Kazakh letter on the first plane.
 */
public enum KeyboardLayout {
    DIGITS("", List.of("123", "456", "789", "0")),
    LATIN("EN", List.of("1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm._@")),
    RUSSIAN("РУ", List.of("1234567890-", "йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю.")),
    KYRGYZ("КЫ", List.of("1234567890-", "йцукенгшщзхъ", "фывапролджэё", "ячсмитьбюңөү")),
    KAZAKH("ҚА", List.of("әіңғүұқөһ1234567890", "йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю.-"));

    private final String cap;
    private final List<String> rows;

    KeyboardLayout(String cap, List<String> rows) {
        this.cap = cap;
        this.rows = rows;
    }

    /** What the switch key shows. */
    public String cap() {
        return cap;
    }

    public List<String> rows() {
        return rows;
    }

    /** The letters of a reader's language. */
    public static KeyboardLayout of(Language language) {
        return switch (language) {
            case KY -> KYRGYZ;
            case KK -> KAZAKH;
            case RU -> RUSSIAN;
            case EN -> LATIN;
        };
    }
}
