package org.tamga.election.voter;

import java.time.LocalDate;

/** The number under which a state knows a person. */
public sealed interface PersonalNumber permits KyrgyzPin, KazakhIin {
    /** The digits without separators. */
    String digits();

    /** Date of birth that the number carries. */
    LocalDate birthDate();

    /** ISO 3166-1 alpha-2 code of the issuing state. */
    String country();

    /**
     * Reads what a person typed or a document carries: 14 digits are a Kyrgyz PIN, 12 a Kazakh IIN.
     * Spaces and hyphens are overlooked.
     */
    static Parsed parse(String text) {
        String digits = text.replaceAll("[\\s\\u00a0-]", "");
        if (!digits.matches("[0-9]+")) {
            return new Invalid(Reason.NOT_DIGITS);
        }
        return switch (digits.length()) {
            case KyrgyzPin.LENGTH -> KyrgyzPin.parse(digits);
            case KazakhIin.LENGTH -> KazakhIin.parse(digits);
            default -> new Invalid(Reason.WRONG_LENGTH);
        };
    }

    /** What came of reading a personal number. */
    sealed interface Parsed {}

    record Valid(PersonalNumber number) implements Parsed {}

    record Invalid(Reason reason) implements Parsed {}

    /** Why a text is not a personal number. */
    enum Reason {
        NOT_DIGITS("PN-01"),
        WRONG_LENGTH("PN-02"),
        WRONG_SEX_OR_CENTURY("PN-03"),
        WRONG_DATE("PN-04"),
        WRONG_CHECK_DIGIT("PN-05");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
