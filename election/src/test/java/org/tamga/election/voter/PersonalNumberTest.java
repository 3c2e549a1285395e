package org.tamga.election.voter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.election.voter.PersonalNumber.Invalid;
import org.tamga.election.voter.PersonalNumber.Reason;
import org.tamga.election.voter.PersonalNumber.Valid;

class PersonalNumberTest {
    @ParameterizedTest
    @CsvSource({
        // the number that a public validator gives as its example
        "061211600012, KZ, 2006-12-11",
        // sums worked out by hand
        "850102300000, KZ, 1985-01-02",
        "20101198000123, KG, 1980-01-01",
        "12902200000001, KG, 2000-02-29",
        "'2 01011980 00123', KG, 1980-01-01"
    })
    void a_number_tells_state_and_date_of_birth(String text, String country, LocalDate birthDate) {
        Valid valid = assertInstanceOf(Valid.class, PersonalNumber.parse(text));
        assertEquals(country, valid.number().country());
        assertEquals(birthDate, valid.number().birthDate());
    }

    @ParameterizedTest
    @CsvSource({
        "'', NOT_DIGITS",
        "06121160001O, NOT_DIGITS",
        "٠٦١٢١١٦٠٠٠١٢, NOT_DIGITS",
        "06121160001, WRONG_LENGTH",
        "0612116000123, WRONG_LENGTH",
        "061211000012, WRONG_SEX_OR_CENTURY",
        "061211700012, WRONG_SEX_OR_CENTURY",
        "061311600012, WRONG_DATE",
        "060229600012, WRONG_DATE",
        "061211600013, WRONG_CHECK_DIGIT",
        "061211600021, WRONG_CHECK_DIGIT",
        "30101198000123, WRONG_SEX_OR_CENTURY",
        "23102198000123, WRONG_DATE",
        "22902190000123, WRONG_DATE",
        "20101000000123, WRONG_DATE"
    })
    void what_is_no_number_is_refused_with_the_reason(String text, Reason reason) {
        assertEquals(new Invalid(reason), PersonalNumber.parse(text));
    }

    @Test
    void a_first_pass_of_ten_is_weighted_again_and_a_second_one_means_that_no_such_number_exists() {
        // 1·1 + … : weights 1..11 on 10000000009 give 1 + 99 = 100 = 1 mod 11
        assertEquals(OptionalInt.of(1), KazakhIin.checkDigit("10000000009"));
        // 10·1 = 10, so the second pass counts: weight 1 on the tenth digit gives 1
        assertEquals(OptionalInt.of(1), KazakhIin.checkDigit("00000000010"));
        // first pass 5·2 = 10, second pass 5·4 = 20 = 9
        assertEquals(OptionalInt.of(9), KazakhIin.checkDigit("05000000000"));
        // first pass 1·1 + 1·9 = 10, second pass 1·3 + 7·1 … chosen so that both give 10
        assertEquals(OptionalInt.empty(), KazakhIin.checkDigit(bothPassesTen()));
    }

    private static String bothPassesTen() {
        for (int first = 0; first < 10; first++) {
            for (int last = 0; last < 10; last++) {
                for (int tenth = 0; tenth < 10; tenth++) {
                    int one = (first + 10 * tenth + 11 * last) % 11;
                    int two = (3 * first + tenth + 2 * last) % 11;
                    if (one == 10 && two == 10) {
                        return first + "00000000" + tenth + last;
                    }
                }
            }
        }
        throw new AssertionError("there is such a number");
    }

    @Test
    void a_number_cannot_be_made_of_wrong_digits_and_does_not_show_itself() {
        assertThrows(IllegalArgumentException.class, () -> new KazakhIin("061211600013"));
        assertThrows(IllegalArgumentException.class, () -> new KyrgyzPin("30101198000123"));
        assertFalse(new KyrgyzPin("20101198000123").toString().contains("1980"));
    }
}
