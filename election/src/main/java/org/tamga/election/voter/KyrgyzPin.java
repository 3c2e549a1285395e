package org.tamga.election.voter;

import java.time.LocalDate;

/** Personal identification number (PIN, ПИН) of the Kyrgyz Republic: 14 digits. */
public record KyrgyzPin(String digits) implements PersonalNumber {
    @Override
    public LocalDate birthDate() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public String country() {
        return "KG";
    }
}
