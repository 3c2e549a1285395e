package org.tamga.election.voter;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Personal identification number (PIN, ПИН) of the Kyrgyz Republic: 14 digits {@code S DDMMYYYY
 * NNNNN}.
 *
 * <p>S is 1 for women and 2 for men, then the date of birth, then five digits. Whether the last of
 * them is a check digit and how it is computed is not published, so none is tested: an invented
 * rule would turn real voters away. A slip of the hand shows as an impossible date or as a number
 * that is on no list.
 */
public record KyrgyzPin(String digits) implements PersonalNumber {
    static final int LENGTH = 14;

    /**
     * @throws IllegalArgumentException if the digits are not a PIN
     */
    public KyrgyzPin {
        problem(digits)
                .ifPresent(
                        reason -> {
                            throw new IllegalArgumentException(
                                    "not a Kyrgyz personal number: " + reason);
                        });
    }

    static Parsed parse(String digits) {
        Optional<Reason> problem = problem(digits);
        return problem.isPresent() ? new Invalid(problem.get()) : new Valid(new KyrgyzPin(digits));
    }

    @Override
    public LocalDate birthDate() {
        return dateIn(digits).orElseThrow();
    }

    @Override
    public String country() {
        return "KG";
    }

    /** Not the number: a log must not hold a person. */
    @Override
    public String toString() {
        return "KyrgyzPin[…]";
    }

    private static Optional<Reason> problem(String digits) {
        if (!digits.matches("[0-9]{14}")) {
            return Optional.of(Reason.WRONG_LENGTH);
        }
        if (digits.charAt(0) != '1' && digits.charAt(0) != '2') {
            return Optional.of(Reason.WRONG_SEX_OR_CENTURY);
        }
        return dateIn(digits).isPresent() ? Optional.empty() : Optional.of(Reason.WRONG_DATE);
    }

    private static Optional<LocalDate> dateIn(String digits) {
        int day = Integer.parseInt(digits.substring(1, 3));
        int month = Integer.parseInt(digits.substring(3, 5));
        int year = Integer.parseInt(digits.substring(5, 9));
        return year < 1850 ? Optional.empty() : BirthDates.of(year, month, day);
    }
}
