package org.tamga.devices.document.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A machine-readable zone")
class MrzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final List<String> PASSPORT =
            List.of(
                    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
                    "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
    private static final List<String> CARD =
            List.of(
                    "I<UTOD231458907<<<<<<<<<<<<<<<",
                    "7408122F1204159UTO<<<<<<<<<<<6",
                    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");

    /** The specimens of ICAO Doc 9303-4 (TD3), -5 (TD1), -6 (TD2) and -7 (visas). */
    static Stream<Arguments> specimens() {
        return Stream.of(
                Arguments.of(MrzFormat.TD3, "L898902C3", PASSPORT),
                Arguments.of(MrzFormat.TD1, "D23145890", CARD),
                Arguments.of(
                        MrzFormat.TD2,
                        "D23145890",
                        List.of(
                                "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<",
                                "D231458907UTO7408122F1204159<<<<<<<6")),
                Arguments.of(
                        MrzFormat.MRV_A,
                        "L8988901C",
                        List.of(
                                "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
                                "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")),
                Arguments.of(
                        MrzFormat.MRV_B,
                        "L8988901C",
                        List.of(
                                "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<",
                                "L8988901C4XXX4009078F9612109<<<<<<<<")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("specimens")
    void of_each_of_the_standards_specimens_is_read(
            MrzFormat format, String number, List<String> lines) {
        MrzDocument document = valid(lines);
        assertEquals(format, document.format());
        assertEquals(number, document.documentNumber());
        assertEquals("UTO", document.issuingState());
        assertEquals("ERIKSSON", document.primaryName());
        assertEquals("ANNA MARIA", document.secondaryName());
        assertEquals(Sex.FEMALE, document.sex());
    }

    @Test
    void tells_dates_and_optional_data_of_a_passport() {
        MrzDocument document = valid(PASSPORT);
        assertEquals("P", document.documentCode());
        assertEquals("UTO", document.nationality());
        assertEquals(Optional.of(LocalDate.of(1974, 8, 12)), document.birth());
        assertEquals(LocalDate.of(2012, 4, 15), document.expiry());
        assertEquals("ZE184226B", document.optionalData());
        assertEquals(Optional.empty(), document.personalNumber());
    }

    /** ICAO Doc 9303-5, 4.2.2, note j, and 9303-6: a number of twelve characters. */
    @Test
    void may_hold_a_number_that_overflows_into_the_optional_data() {
        List<String> card =
                List.of(
                        "I<UTOD23145890<7349<<<<<<<<<<<",
                        "3407127M9507122UTO<<<<<<<<<<<2",
                        "STEVENSON<<PETER<JOHN<<<<<<<<<");
        List<String> larger =
                List.of(
                        "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<",
                        "D23145890<UTO3407127M95071227349<<<8");
        for (List<String> lines : List.of(card, larger)) {
            MrzDocument document = valid(lines);
            assertEquals("D23145890734", document.documentNumber());
            assertEquals("", document.optionalData());
            assertEquals(Optional.of(LocalDate.of(1934, 7, 12)), document.birth());
            assertEquals(LocalDate.of(1995, 7, 12), document.expiry());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"KGZ,20101199000017", "KAZ,990101300123"})
    void of_our_states_cards_gives_the_personal_number_as_text(String state, String digits) {
        String number = "AN1234567";
        String upper =
                "ID"
                        + state
                        + number
                        + CheckDigits.of(number)
                        + digits
                        + "<".repeat(15 - digits.length());
        String birth = "990101";
        String expiry = "300101";
        String lower =
                birth
                        + CheckDigits.of(birth)
                        + "M"
                        + expiry
                        + CheckDigits.of(expiry)
                        + state
                        + "<".repeat(11);
        char composite =
                CheckDigits.of(
                        upper.substring(5)
                                + lower.substring(0, 7)
                                + lower.substring(8, 15)
                                + lower.substring(18));
        MrzDocument document =
                valid(List.of(upper, lower + composite, "TEST<<PERSON<<<<<<<<<<<<<<<<<<"));
        assertEquals(Optional.of(digits), document.personalNumber());
        assertEquals("ID", document.documentCode());
    }

    @ParameterizedTest(name = "{0} read as {1}")
    @CsvSource({"0,O", "1,I", "2,Z", "5,S", "8,B", "4,A"})
    void with_a_confused_character_says_where_and_what_would_fit(char printed, char read) {
        String number = "X" + printed + "73" + printed + "9" + "471";
        String line = number + CheckDigits.of(number) + "UTO7408122F1204159<<<<<<<<<<<<<<<";
        char composite =
                CheckDigits.of(
                        line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43));
        String misread = line.substring(0, 4) + read + line.substring(5) + composite;
        MrzDoubt doubt = onlyDoubt(List.of(PASSPORT.getFirst(), misread));
        assertEquals(MrzField.DOCUMENT_NUMBER, doubt.field());
        assertEquals(MrzDoubt.Kind.WRONG_CHECK_DIGIT, doubt.kind());
        assertEquals(2, doubt.line());
        assertEquals(1, doubt.column());
        assertEquals(misread.substring(0, 10), doubt.read());
        assertTrue(
                doubt.wouldFit().contains(List.of(new Substitution(2, 5, read, printed))),
                doubt::toString);
    }

    @Test
    void with_a_letter_in_a_date_says_that_no_letter_belongs_there() {
        String misread = PASSPORT.get(1).replace("7408122F", "74O8122F");
        MrzDoubt doubt = onlyDoubt(List.of(PASSPORT.getFirst(), misread));
        assertEquals(MrzField.BIRTH_DATE, doubt.field());
        assertEquals(MrzDoubt.Kind.WRONG_CHARACTER, doubt.kind());
        assertEquals(List.of(List.of(new Substitution(2, 16, 'O', '0'))), doubt.wouldFit());
    }

    /** G weighs 16, 6 weighs 6, K 20 and the filler 0: alike modulo 10, whatever the weight. */
    @Test
    void cannot_tell_a_G_from_a_6_for_the_standards_digit_is_blind_there() {
        assertEquals(CheckDigits.of("L6<"), CheckDigits.of("LGK"));
    }

    @Test
    void with_two_confused_characters_in_one_part_finds_the_pair() {
        String misread = PASSPORT.get(1).replace("7408122F", "74OB122F");
        MrzDoubt doubt = onlyDoubt(List.of(PASSPORT.getFirst(), misread));
        assertEquals(
                List.of(
                        List.of(
                                new Substitution(2, 16, 'O', '0'),
                                new Substitution(2, 17, 'B', '8'))),
                doubt.wouldFit());
    }

    @Test
    void whose_composite_digit_alone_is_wrong_is_doubtful_too() {
        String misread = PASSPORT.get(1).substring(0, 43) + "8";
        MrzDoubt doubt = onlyDoubt(List.of(PASSPORT.getFirst(), misread));
        assertEquals(MrzField.COMPOSITE, doubt.field());
        assertEquals('0', doubt.checkDigit());
        assertEquals(44, doubt.column());
        assertEquals(List.of(List.of(new Substitution(2, 44, '8', '0'))), doubt.wouldFit());
    }

    @Test
    void with_a_day_that_does_not_exist_is_doubtful_though_its_digit_is_right() {
        String date = "740231";
        String line = "L898902C36UTO" + date + CheckDigits.of(date) + "F1204159ZE184226B<<<<<1";
        char composite =
                CheckDigits.of(
                        line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43));
        MrzDoubt doubt = onlyDoubt(List.of(PASSPORT.getFirst(), line + composite));
        assertEquals(MrzDoubt.Kind.NO_SUCH_DATE, doubt.kind());
    }

    @Test
    void with_an_unknown_day_of_birth_is_valid_without_a_date() {
        String date = "74<<<<";
        String line = "L898902C36UTO" + date + CheckDigits.of(date) + "F1204159ZE184226B<<<<<1";
        char composite =
                CheckDigits.of(
                        line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43));
        assertEquals(
                Optional.empty(), valid(List.of(PASSPORT.getFirst(), line + composite)).birth());
    }

    @Test
    void of_an_empty_optional_field_may_have_a_filler_as_check_digit() {
        String line = "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<";
        char composite =
                CheckDigits.of(
                        line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43));
        assertEquals("", valid(List.of(PASSPORT.getFirst(), line + composite)).optionalData());
    }

    @Test
    void in_one_piece_is_taken_apart() {
        assertEquals("L898902C3", valid(List.of(String.join("", PASSPORT))).documentNumber());
        assertEquals("D23145890", valid(List.of(String.join("", CARD))).documentNumber());
    }

    @Test
    void that_is_cut_short_or_holds_other_characters_is_unreadable_and_no_code() {
        assertInstanceOf(
                MrzReading.Unreadable.class,
                Mrz.read(List.of(PASSPORT.get(0), PASSPORT.get(1).substring(1)), TODAY));
        assertInstanceOf(MrzReading.Unreadable.class, Mrz.read(CARD.subList(0, 2), TODAY));
        assertInstanceOf(
                MrzReading.Unreadable.class,
                Mrz.read(List.of(PASSPORT.get(0).replace("ANNA", "AN~A"), PASSPORT.get(1)), TODAY));
        assertTrue(Mrz.wantsMore(CARD.subList(0, 2)));
        assertFalse(Mrz.wantsMore(CARD));
        assertInstanceOf(MrzReading.NotAZone.class, Mrz.read(List.of("20101199000017"), TODAY));
    }

    @Test
    void never_passes_with_one_character_changed_unless_the_standards_digit_cannot_tell() {
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
        int passed = 0;
        for (int column = 0; column < 28; column++) {
            for (int k = 0; k < alphabet.length(); k++) {
                char other = alphabet.charAt(k);
                StringBuilder line = new StringBuilder(PASSPORT.get(1));
                boolean nationality = (column >= 10 && column < 13) || column == 20;
                if (!nationality && line.charAt(column) != other) {
                    line.setCharAt(column, other);
                    var reading = Mrz.read(List.of(PASSPORT.get(0), line.toString()), TODAY);
                    passed += reading instanceof MrzReading.Valid ? 1 : 0;
                    assertTrue(
                            reading instanceof MrzReading.Doubtful
                                    || (value(other) - value(PASSPORT.get(1).charAt(column))) % 10
                                            == 0);
                }
            }
        }
        // A, K, U and the like weigh the same modulo 10: the standard's digit is blind for them.
        assertTrue(passed < 60, "passed " + passed);
    }

    private static int value(char c) {
        return c == '<' ? 0 : Character.digit(c, Character.MAX_RADIX);
    }

    @Test
    void tells_no_personal_data_in_any_text_of_the_program() {
        assertEquals("Valid[document=MrzDocument[TD3]]", Mrz.read(PASSPORT, TODAY).toString());
        String misread = PASSPORT.get(1).replace("7408122F", "74O8122F");
        String text = Mrz.read(List.of(PASSPORT.getFirst(), misread), TODAY).toString();
        assertFalse(text.contains("74O8"), text);
    }

    @Test
    void takes_a_hundred_thousand_broken_zones_without_harm() {
        Random random = new Random(9303);
        List<List<String>> seeds =
                Stream.concat(specimens().map(a -> strings(a.get()[2])), Stream.of(CARD)).toList();
        String hostile = "0O1I8B5S2Z<<KM~\uFFFD\u0000é";
        int doubtful = 0;
        for (int i = 0; i < 100_000; i++) {
            List<String> broken =
                    seeds.get(i % seeds.size()).stream()
                            .map(line -> mutated(line, hostile, random))
                            .toList();
            MrzReading reading = Mrz.read(broken, TODAY);
            doubtful += reading instanceof MrzReading.Doubtful ? 1 : 0;
        }
        assertTrue(doubtful > 10_000, "only " + doubtful + " of them came as far as the digits");
    }

    private static List<String> strings(Object lines) {
        return ((List<?>) lines).stream().map(String::valueOf).toList();
    }

    private static String mutated(String line, String hostile, Random random) {
        StringBuilder mutated = new StringBuilder(line);
        int changes = random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(12)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, hostile.charAt(random.nextInt(hostile.length())));
                case 2 -> mutated.setCharAt(at, hostile.charAt(random.nextInt(hostile.length())));
                default -> mutated.setCharAt(at, hostile.charAt(random.nextInt(14)));
            }
        }
        return mutated.toString();
    }

    private static MrzDocument valid(List<String> lines) {
        return assertInstanceOf(MrzReading.Valid.class, Mrz.read(lines, TODAY)).document();
    }

    private static MrzDoubt onlyDoubt(List<String> lines) {
        List<MrzDoubt> doubts =
                assertInstanceOf(MrzReading.Doubtful.class, Mrz.read(lines, TODAY)).doubts();
        assertEquals(1, doubts.size(), doubts::toString);
        return doubts.getFirst();
    }
}
