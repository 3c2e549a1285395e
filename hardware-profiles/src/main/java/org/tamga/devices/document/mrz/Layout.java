package org.tamga.devices.document.mrz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.document.mrz.Part.Alphabet;
import org.tamga.devices.document.mrz.Zone.Span;

/**
 * Where the parts of a zone stand: ICAO Doc 9303-4, -5, -6 and -7, clause 4.2.2 of each. Document
 * numbers of more than nine characters go on in the optional data of TD1 and TD2.
 *
 * @param optional where the issuing state's own data stand, after an overflowing number
 * @param composite the digit over all; null for visas
 */
record Layout(
        Part code,
        Part state,
        Part name,
        Part number,
        Part birth,
        Part sex,
        Part expiry,
        Part nationality,
        List<Part> optional,
        @Nullable Part composite) {
    private static final int SHORT_NUMBER = 9;

    static Layout of(Zone zone) {
        return switch (zone.format()) {
            case TD1 -> card(zone);
            case TD2 -> twoLines(zone, 35, true);
            case TD3 -> passport(zone);
            case MRV_A -> twoLines(zone, 44, false);
            case MRV_B -> twoLines(zone, 36, false);
        };
    }

    /** In the order of the zone; the composite last. */
    List<Part> parts() {
        List<Part> all = new ArrayList<>(List.of(code, state, name, number));
        all.addAll(List.of(birth, sex, expiry, nationality));
        all.addAll(optional);
        if (composite != null) {
            all.add(composite);
        }
        return all;
    }

    private static Layout card(Zone zone) {
        Overflow number = Overflow.of(zone, new Span(0, 5, 14), new Span(0, 15, 30));
        List<Part> optional =
                List.of(
                        plain(MrzField.OPTIONAL_DATA, number.rest(), Alphabet.ANY),
                        plain(MrzField.OPTIONAL_DATA, new Span(1, 18, 29), Alphabet.ANY));
        List<Span> all =
                List.of(
                        new Span(0, 5, 30),
                        new Span(1, 0, 7),
                        new Span(1, 8, 15),
                        new Span(1, 18, 29));
        return new Layout(
                plain(MrzField.DOCUMENT_CODE, new Span(0, 0, 2), Alphabet.LETTERS),
                plain(MrzField.ISSUING_STATE, new Span(0, 2, 5), Alphabet.LETTERS),
                plain(MrzField.NAME, new Span(2, 0, 30), Alphabet.LETTERS),
                number.part(),
                date(MrzField.BIRTH_DATE, 1, 0),
                plain(MrzField.SEX, new Span(1, 7, 8), Alphabet.SEX),
                date(MrzField.EXPIRY_DATE, 1, 8),
                plain(MrzField.NATIONALITY, new Span(1, 15, 18), Alphabet.LETTERS),
                optional,
                composite(all, new Span(1, 29, 30)));
    }

    private static Layout passport(Zone zone) {
        Part personal =
                new Part(
                        MrzField.OPTIONAL_DATA,
                        List.of(new Span(1, 28, 42)),
                        new Span(1, 42, 43),
                        Alphabet.ANY,
                        true);
        Part number =
                new Part(
                        MrzField.DOCUMENT_NUMBER,
                        List.of(new Span(1, 0, SHORT_NUMBER)),
                        new Span(1, SHORT_NUMBER, 10),
                        Alphabet.ANY,
                        true);
        List<Span> all = List.of(new Span(1, 0, 10), new Span(1, 13, 20), new Span(1, 21, 43));
        return lower(zone, number, List.of(personal), composite(all, new Span(1, 43, 44)));
    }

    private static Layout twoLines(Zone zone, int optionalEnd, boolean withComposite) {
        Overflow number =
                Overflow.of(zone, new Span(1, 0, SHORT_NUMBER), new Span(1, 28, optionalEnd));
        List<Span> all =
                List.of(new Span(1, 0, 10), new Span(1, 13, 20), new Span(1, 21, optionalEnd));
        return lower(
                zone,
                number.part(),
                List.of(plain(MrzField.OPTIONAL_DATA, number.rest(), Alphabet.ANY)),
                withComposite ? composite(all, new Span(1, 35, 36)) : null);
    }

    /** What all zones of two lines have in common. */
    private static Layout lower(
            Zone zone, Part number, List<Part> optional, @Nullable Part composite) {
        return new Layout(
                plain(MrzField.DOCUMENT_CODE, new Span(0, 0, 2), Alphabet.LETTERS),
                plain(MrzField.ISSUING_STATE, new Span(0, 2, 5), Alphabet.LETTERS),
                plain(MrzField.NAME, new Span(0, 5, zone.format().length()), Alphabet.LETTERS),
                number,
                date(MrzField.BIRTH_DATE, 1, 13),
                plain(MrzField.SEX, new Span(1, 20, 21), Alphabet.SEX),
                date(MrzField.EXPIRY_DATE, 1, 21),
                plain(MrzField.NATIONALITY, new Span(1, 10, 13), Alphabet.LETTERS),
                optional,
                composite);
    }

    private static Part plain(MrzField field, Span span, Alphabet alphabet) {
        return new Part(field, List.of(span), null, alphabet, true);
    }

    private static Part date(MrzField field, int line, int from) {
        Alphabet alphabet =
                field == MrzField.BIRTH_DATE ? Alphabet.DIGITS_OR_FILLER : Alphabet.DIGITS;
        return new Part(
                field,
                List.of(new Span(line, from, from + 6)),
                new Span(line, from + 6, from + 7),
                alphabet,
                true);
    }

    private static Part composite(List<Span> all, Span check) {
        return new Part(MrzField.COMPOSITE, all, check, Alphabet.ANY, false);
    }
}
