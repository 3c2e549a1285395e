package org.tamga.election.voter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Dates inside personal numbers. */
final class BirthDates {
    private BirthDates() {}

    /** The date, or nothing where the calendar has no such day. */
    static Optional<LocalDate> of(int year, int month, int day) {
        boolean exists = month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day);
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }
}
