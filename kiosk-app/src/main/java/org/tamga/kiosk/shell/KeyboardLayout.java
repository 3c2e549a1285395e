package org.tamga.kiosk.shell;

import java.util.List;
import org.tamga.election.text.Language;

/**
 * Keys of the on-screen keyboard, row by row, lower case. JavaFX's own keyboard is Latin only;
 * these are the national layouts with every Kyrgyz and Kazakh letter on the first plane.
 */
public enum KeyboardLayout {
    DIGITS("123", "456", "789", "0"),
    /** For codes and passwords, which hold no spaces. */
    CODE("1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm._@"),
    ENGLISH("1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm", ", ."),
    RUSSIAN("1234567890-№", "йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю", ", ."),
    KYRGYZ("1234567890-№", "йцукенгшщзхъ", "фывапролджэё", "ячсмитьбюңөү", ", ."),
    KAZAKH("1234567890-№", "әіңғүұқөһъё", "йцукенгшщзх", "фывапролджэ", "ячсмитьбю, .");

    private final List<String> rows;

    KeyboardLayout(String... rows) {
        this.rows = List.of(rows);
    }

    /** Characters of each row; a space is the wide key. */
    public List<String> rows() {
        return rows;
    }

    /** The letters of a reader's language. */
    public static KeyboardLayout of(Language language) {
        return switch (language) {
            case KY -> KYRGYZ;
            case KK -> KAZAKH;
            case RU -> RUSSIAN;
            case EN -> ENGLISH;
        };
    }
}
