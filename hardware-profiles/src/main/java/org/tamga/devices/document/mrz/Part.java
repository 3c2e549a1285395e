package org.tamga.devices.document.mrz;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.document.mrz.Zone.Span;

/**
 * A part of the zone and what may stand in it.
 *
 * @param data its characters, in the order in which the check digit counts them
 * @param check where its check digit stands; null when it has none
 * @param own whether substitutions are sought in {@code data}: not for the composite, whose
 *     characters have check digits of their own
 */
record Part(MrzField field, List<Span> data, @Nullable Span check, Alphabet alphabet, boolean own) {
    /** Which characters a part may hold. */
    enum Alphabet {
        ANY,
        LETTERS,
        DIGITS,
        /** Birth dates may leave month or day unknown. */
        DIGITS_OR_FILLER,
        SEX;

        boolean holds(char c) {
            boolean digit = c >= '0' && c <= '9';
            boolean filler = c == Zone.FILLER;
            return switch (this) {
                case ANY -> true;
                case LETTERS -> !digit;
                case DIGITS -> digit;
                case DIGITS_OR_FILLER -> digit || filler;
                case SEX -> filler || c == 'M' || c == 'F' || c == 'X';
            };
        }
    }

    Part {
        data = List.copyOf(data);
    }

    boolean charactersFit(Zone zone) {
        return zone.text(data).chars().allMatch(c -> alphabet.holds((char) c));
    }

    /** True for a part without a check digit. */
    boolean checkDigitFits(Zone zone) {
        if (check == null) {
            return true;
        }
        String text = zone.text(data);
        char told = zone.text(check).charAt(0);
        // Doc 9303-4, 4.2.2: an empty optional field of a passport may have a filler as its digit.
        boolean empty =
                field == MrzField.OPTIONAL_DATA
                        && told == Zone.FILLER
                        && text.chars().allMatch(c -> c == Zone.FILLER);
        return empty || told == CheckDigits.of(text);
    }
}
