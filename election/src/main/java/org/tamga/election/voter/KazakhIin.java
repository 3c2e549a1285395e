package org.tamga.election.voter;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Individual identification number (IIN, ЖСН) of the Republic of Kazakhstan: 12 digits {@code
 * YYMMDD C NNNN K}.
 *
 * <p>C carries sex and century: 1 and 2 for 1800–1899, 3 and 4 for 1900–1999, 5 and 6 for
 * 2000–2099; odd for men. K is the check digit (Government of Kazakhstan, resolution 565 of 11 June
 * 2003): the weighted sum of the first eleven digits modulo 11, with the weights 1..11; where that
 * is 10, again with the weights 3..11, 1, 2; a number for which that is 10 too is not issued.
 */
public record KazakhIin(String digits) implements PersonalNumber {
    static final int LENGTH = 12;
    private static final int WEIGHTED = 11;

    /**
     * @throws IllegalArgumentException if the digits are not an IIN
     */
    public KazakhIin {
        problem(digits)
                .ifPresent(
                        reason -> {
                            throw new IllegalArgumentException(
                                    "not a Kazakh personal number: " + reason);
                        });
    }

    static Parsed parse(String digits) {
        Optional<Reason> problem = problem(digits);
        return problem.isPresent() ? new Invalid(problem.get()) : new Valid(new KazakhIin(digits));
    }

    /**
     * The check digit, 0..9.
     *
     * @param first eleven digits
     * @return empty where no number with these eleven digits is issued
     */
    public static OptionalInt checkDigit(String first) {
        int pass = weighted(first, 0);
        if (pass == 10) {
            pass = weighted(first, 2);
        }
        return pass == 10 ? OptionalInt.empty() : OptionalInt.of(pass);
    }

    @Override
    public LocalDate birthDate() {
        return dateIn(digits).orElseThrow();
    }

    @Override
    public String country() {
        return "KZ";
    }

    /** Not the number: a log must not hold a person. */
    @Override
    public String toString() {
        return "KazakhIin[…]";
    }

    private static int weighted(String first, int shift) {
        int sum = 0;
        for (int i = 0; i < WEIGHTED; i++) {
            int weight = (i + shift) % WEIGHTED + 1;
            sum += weight * Character.digit(first.charAt(i), 10);
        }
        return sum % 11;
    }

    private static Optional<Reason> problem(String digits) {
        if (!digits.matches("[0-9]{12}")) {
            return Optional.of(Reason.WRONG_LENGTH);
        }
        if (digits.charAt(6) < '1' || digits.charAt(6) > '6') {
            return Optional.of(Reason.WRONG_SEX_OR_CENTURY);
        }
        if (dateIn(digits).isEmpty()) {
            return Optional.of(Reason.WRONG_DATE);
        }
        OptionalInt expected = checkDigit(digits.substring(0, WEIGHTED));
        boolean right =
                expected.isPresent()
                        && expected.getAsInt() == Character.digit(digits.charAt(WEIGHTED), 10);
        return right ? Optional.empty() : Optional.of(Reason.WRONG_CHECK_DIGIT);
    }

    private static Optional<LocalDate> dateIn(String digits) {
        int century = 1800 + (Character.digit(digits.charAt(6), 10) - 1) / 2 * 100;
        int year = century + Integer.parseInt(digits.substring(0, 2));
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4, 6));
        return BirthDates.of(year, month, day);
    }
}
