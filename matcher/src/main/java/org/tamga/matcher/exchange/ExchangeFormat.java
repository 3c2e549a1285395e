package org.tamga.matcher.exchange;

/** Template formats that can be read and written. */
public enum ExchangeFormat {
    ISO2005("ISO/IEC 19794-2:2005"),
    ISO2011("ISO/IEC 19794-2:2011"),
    ANSI2004("ANSI INCITS 378-2004"),
    ANSI2009("ANSI INCITS 378-2009"),
    ANSI2009AM1("ANSI INCITS 378-2009/AM 1"),
    NATIVE("SourceAFIS native"),
    TAMGA("Tamga finger record");

    private final String title;

    ExchangeFormat(String title) {
        this.title = title;
    }

    /** The standard's name. */
    public String title() {
        return title;
    }
}
