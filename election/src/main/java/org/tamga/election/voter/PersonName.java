package org.tamga.election.voter;

/**
 * A name as the register has it.
 *
 * @param patronymic empty text where there is none
 */
public record PersonName(String family, String given, String patronymic) {
    /** Family, given name and patronymic in one line. */
    public String full() {
        return String.join(" ", family, given, patronymic).strip();
    }
}
