package org.tamga.election.journal;

import java.util.regex.Pattern;

/** What a value of an event's data may look like. */
public enum KeyType {
    /** Decimal integer of at most 15 digits without leading zeros. */
    NUMBER("0|-?[1-9][0-9]{0,14}"),
    ID("[A-Za-z0-9.:@_-]{1,128}"),
    HEX("(?:[0-9a-f]{2}){1,64}"),
    CODE("[A-Z0-9_-]{1,64}"),
    /** 1..500 characters, none of them a control character. */
    TEXT("[^\\p{Cntrl}]{1,500}");

    private final Pattern pattern;

    KeyType(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    public boolean allows(String value) {
        return pattern.matcher(value).matches();
    }
}
