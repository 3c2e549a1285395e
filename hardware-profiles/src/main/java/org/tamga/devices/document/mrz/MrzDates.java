package org.tamga.devices.document.mrz;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates of six digits, YYMMDD, and their century. */
final class MrzDates {
    private static final int YEARS_AHEAD = 50;

    private MrzDates() {}

    /**
     * Nobody is born tomorrow: the latest century in which the day is not in the future. Somebody
     * over a hundred years old comes out a hundred years too young.
     */
    static Optional<LocalDate> birth(String text, LocalDate today) {
        return date(text, 2000)
                .flatMap(late -> late.isAfter(today) ? date(text, 1900) : Optional.of(late));
    }

    /** Documents are not valid for more than 50 years. */
    static Optional<LocalDate> expiry(String text, LocalDate today) {
        return date(text, 2000)
                .flatMap(
                        late ->
                                late.isAfter(today.plusYears(YEARS_AHEAD))
                                        ? date(text, 1900)
                                        : Optional.of(late));
    }

    /** A year of two digits with month or day unknown (ICAO Doc 9303-3, 4.8). */
    static boolean partlyUnknown(String text) {
        return text.matches("[0-9<]{2}([0-9]{2}|<<)<<|<{6}");
    }

    private static Optional<LocalDate> date(String text, int century) {
        if (!text.matches("[0-9]{6}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            century + Integer.parseInt(text.substring(0, 2)),
                            Integer.parseInt(text.substring(2, 4)),
                            Integer.parseInt(text.substring(4))));
        } catch (DateTimeException e) {
            // 29 February exists in one century only.
            return Optional.empty();
        }
    }
}
