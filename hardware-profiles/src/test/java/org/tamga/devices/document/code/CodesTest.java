package org.tamga.devices.document.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The content of a scanned code")
class CodesTest {
    private static final CodePayload PIN = new CodePayload.PersonalNumber("20101199000017");

    @ParameterizedTest
    @ValueSource(strings = {"20101199000017", "990101300123"})
    void of_twelve_or_fourteen_digits_is_a_personal_number(String digits) {
        assertEquals(
                new ScannedCode(new CodePayload.PersonalNumber(digits), Optional.empty(), "", 0),
                understood(digits));
    }

    @Test
    void loses_the_readers_symbology_identifier_and_says_which() {
        assertEquals(
                new ScannedCode(PIN, Optional.of(Symbology.QR), "]Q1", 0),
                understood("]Q120101199000017"));
        assertEquals(
                new ScannedCode(PIN, Optional.of(Symbology.PDF417), "]L0", 2),
                understood("\u0002]L020101199000017\u0003"));
    }

    @Test
    void loses_a_makers_own_letter_only_before_what_we_know() {
        assertEquals(new ScannedCode(PIN, Optional.empty(), "s", 0), understood("s20101199000017"));
        assertEquals(
                new CodePayload.Unknown("s2010119900001"), understood("s2010119900001").payload());
    }

    @Test
    void of_our_own_slips_and_cards_is_known() {
        assertEquals(
                new CodePayload.Slip("BALLOT", List.of("e1", "0101", "0101-B", "ab12")),
                understood("TAMGA-BALLOT|e1|0101|0101-B|ab12").payload());
        String card =
                "{\"ballotStyleId\":\"s\",\"electionId\":\"e\",\"serial\":\"00\",\"signature\":\"11\"}";
        assertEquals(new CodePayload.BallotCard(card), understood("]Q1" + card).payload());
    }

    @Test
    void of_goods_is_told_apart_by_its_identifier_or_its_first_separator() {
        CodePayload goods = new CodePayload.Gs1(List.of("0104601234567893", "10AB-7"));
        assertEquals(goods, understood("]d20104601234567893\u001d10AB-7").payload());
        assertEquals(goods, understood("\u001d0104601234567893\u001d10AB-7").payload());
        // An identity card's PDF417 code holds separators too and is no GS1 code.
        assertEquals(
                new CodePayload.Unknown("@ANSI 636"),
                understood("]L0@\n\u001e\rANSI 636").payload());
    }

    @Test
    void without_content_or_beyond_any_codes_length_is_refused() {
        for (String text : List.of("", "\u0002\u0003", "   ", "9".repeat(4_297), "a\uFFFDb")) {
            assertInstanceOf(CodeReading.Refused.class, Codes.read(text), text);
        }
        assertInstanceOf(CodeReading.Understood.class, Codes.read("9".repeat(4_296)));
    }

    @Test
    void is_in_no_text_of_the_program() {
        for (String text :
                List.of("20101199000017", "TAMGA-X|20101199000017", "x20101199000017y")) {
            assertFalse(Codes.read(text).toString().contains("2010"), text);
        }
    }

    @Test
    void takes_a_hundred_thousand_random_texts_without_harm() {
        Random random = new Random(15_424);
        String alphabet = "]QLdCe013\u001d\u0002\n|{}\"TAMGA-é\uFFFD 20101199000017\u001e\uD800";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder(i % 7 == 0 ? "]d2" : "");
            int length = random.nextInt(40);
            for (int k = 0; k < length; k++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (Codes.read(text.toString()) instanceof CodeReading.Understood(ScannedCode code)) {
                assertFalse(code.controlsRemoved() < 0);
            }
        }
    }

    private static ScannedCode understood(String text) {
        return assertInstanceOf(CodeReading.Understood.class, Codes.read(text)).code();
    }
}
