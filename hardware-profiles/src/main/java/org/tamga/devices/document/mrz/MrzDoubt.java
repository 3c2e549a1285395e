package org.tamga.devices.document.mrz;

import java.util.List;

/**
 * One part of a zone that cannot be right as it was read.
 *
 * @param kind what is wrong with it
 * @param line 1 is the upper line
 * @param column where the part begins, 1 is the leftmost character
 * @param read the part's characters as read, with its check digit where it has one
 * @param checkDigit the digit that would fit what was read; a space where the part has none
 * @param wouldFit substitutions of characters that readers confuse, one or two at a time, any of
 *     which would make the part and its check digit right; most likely first, at most five. Nothing
 *     is corrected: a person looks at the document.
 */
public record MrzDoubt(
        MrzField field,
        Kind kind,
        int line,
        int column,
        String read,
        char checkDigit,
        List<List<Substitution>> wouldFit) {
    /** What is wrong with a part. */
    public enum Kind {
        WRONG_CHECK_DIGIT,
        /** A character that this part never holds, e.g. a letter in a date. */
        WRONG_CHARACTER,
        /** The check digit is right but there is no such day. */
        NO_SUCH_DATE
    }

    public MrzDoubt {
        wouldFit = wouldFit.stream().map(List::copyOf).toList();
    }

    /** Personal data: only the place is text. */
    @Override
    public String toString() {
        return "MrzDoubt[%s %s at %d:%d]".formatted(field, kind, line, column);
    }
}
