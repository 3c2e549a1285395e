package org.tamga.devices.ports;

import java.time.LocalDate;

/** What opens the chip of a travel document (ICAO 9303 part 11, clause 4). Personal data. */
public sealed interface ChipAccess {
    /** Three fields of the machine-readable zone. */
    record MrzKey(String documentNumber, LocalDate birth, LocalDate expiry) implements ChipAccess {
        @Override
        public String toString() {
            return "MrzKey";
        }
    }

    /**
     * The number printed on the front of cards that speak PACE.
     *
     * @param digits six digits
     */
    record CardAccessNumber(String digits) implements ChipAccess {
        public CardAccessNumber {
            if (!digits.matches("[0-9]{6}")) {
                throw new IllegalArgumentException("a card access number has six digits");
            }
        }

        @Override
        public String toString() {
            return "CardAccessNumber";
        }
    }
}
