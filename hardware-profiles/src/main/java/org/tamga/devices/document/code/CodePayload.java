package org.tamga.devices.document.code;

import java.util.List;

/** What a scanned code holds. Perhaps personal data: no {@code toString} shows it. */
public sealed interface CodePayload {
    /**
     * The shape of a personal number; whether it is one, the register's rules say.
     *
     * @param digits 12 (Kazakh IIN) or 14 (Kyrgyz PIN)
     */
    record PersonalNumber(String digits) implements CodePayload {
        @Override
        public String toString() {
            return "PersonalNumber[" + digits.length() + " digits]";
        }
    }

    /**
     * A code that a terminal printed: {@code TAMGA-<kind>|field|field…}, on slips and protocols.
     *
     * @param kind e.g. {@code BALLOT}, {@code PROTOCOL}
     */
    record Slip(String kind, List<String> fields) implements CodePayload {
        public Slip {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return "Slip[" + kind + ", " + fields.size() + " fields]";
        }
    }

    /** An activation card: a JSON object with a serial and a signature. It is not checked here. */
    record BallotCard(String json) implements CodePayload {
        /** A card is bearer's: a log must not spend it. */
        @Override
        public String toString() {
            return "BallotCard[" + json.length() + " characters]";
        }
    }

    /** GS1 element strings, as on goods; the separators are gone from between them. */
    record Gs1(List<String> elements) implements CodePayload {
        public Gs1 {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return "Gs1[" + elements.size() + " elements]";
        }
    }

    /** Text of a kind that this program does not know. */
    record Unknown(String text) implements CodePayload {
        @Override
        public String toString() {
            return "Unknown[" + text.length() + " characters]";
        }
    }
}
