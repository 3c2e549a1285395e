package org.tamga.devices.document.mrz;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a zone with right check digits says. Personal data: {@link #toString} tells the format only.
 *
 * @param documentCode one or two letters, e.g. {@code P}, {@code ID}
 * @param issuingState ISO 3166-1 alpha-3 or an ICAO code, 1 to 3 letters
 * @param documentNumber without fillers; longer than nine characters where the number overflows
 *     into the optional data (ICAO Doc 9303-5 and 9303-6, note j)
 * @param primaryName family name as printed: Latin capitals, spaces for fillers
 * @param secondaryName given names; empty when there are none or they were cut off
 * @param birth empty when the document leaves day or month unknown; the century is the latest that
 *     does not lie in the future
 * @param expiry the year lies at most 50 years ahead
 * @param nationality 1 to 3 letters
 * @param optionalData what the issuing state adds, without trailing fillers; in TD1 both fields,
 *     separated by a space
 * @param personalNumber digits of the holder's personal number where the issuing state prints it
 *     there: 14 for Kyrgyzstan (PIN), 12 for Kazakhstan (IIN)
 */
public record MrzDocument(
        MrzFormat format,
        String documentCode,
        String issuingState,
        String documentNumber,
        String primaryName,
        String secondaryName,
        Optional<LocalDate> birth,
        Sex sex,
        LocalDate expiry,
        String nationality,
        String optionalData,
        Optional<String> personalNumber) {
    @Override
    public String toString() {
        return "MrzDocument[" + format + "]";
    }
}
