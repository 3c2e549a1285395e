package org.tamga.election.voter;

import java.time.LocalDate;

/** Individual identification number (IIN, ЖСН) of the Republic of Kazakhstan: 12 digits. */
public record KazakhIin(String digits) implements PersonalNumber {
    @Override
    public LocalDate birthDate() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public String country() {
        return "KZ";
    }
}
