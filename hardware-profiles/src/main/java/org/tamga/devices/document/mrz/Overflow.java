package org.tamga.devices.document.mrz;

import java.util.List;
import org.tamga.devices.document.mrz.Part.Alphabet;
import org.tamga.devices.document.mrz.Zone.Span;

/**
 * A document number that may be longer than its nine characters: a filler in place of its check
 * digit says that it goes on in the optional data, up to its check digit, which a filler follows
 * (ICAO Doc 9303-5, 4.2.2, note j).
 *
 * @param rest the optional data that are left
 */
record Overflow(Part part, Span rest) {
    static Overflow of(Zone zone, Span number, Span optional) {
        Span check = new Span(number.line(), number.to(), number.to() + 1);
        String more = zone.text(optional);
        int end = more.indexOf(Zone.FILLER);
        boolean full = zone.text(number).indexOf(Zone.FILLER) < 0;
        if (zone.text(check).charAt(0) != Zone.FILLER || !full || end < 2) {
            return new Overflow(part(List.of(number), check), optional);
        }
        int digit = optional.from() + end - 1;
        Span remainder = new Span(optional.line(), optional.from(), digit);
        return new Overflow(
                part(List.of(number, remainder), new Span(optional.line(), digit, digit + 1)),
                new Span(optional.line(), digit + 1, optional.to()));
    }

    private static Part part(List<Span> data, Span check) {
        return new Part(MrzField.DOCUMENT_NUMBER, data, check, Alphabet.ANY, true);
    }
}
