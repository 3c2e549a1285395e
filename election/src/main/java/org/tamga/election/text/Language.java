package org.tamga.election.text;

import java.util.Locale;

/** The languages of the product, in the order in which they are offered. */
public enum Language {
    KY,
    KK,
    RU,
    EN;

    /** ISO 639-1 code in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }
}
