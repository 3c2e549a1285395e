package org.tamga.verifier.format;

import java.util.Map;

/** A line of {@code journal.jsonl}, docs/formats/journal.md. */
public record JournalLine(Event event, String hash, String signature) {

    public record Event(
            long seq,
            String type,
            String at,
            String terminal,
            String actor,
            Map<String, String> data,
            String prev) {

        /** A value that the catalogue requires. */
        public String value(String key) {
            return data.getOrDefault(key, "");
        }

        /** A number that the catalogue requires; 0 if it is no number. */
        public long number(String key) {
            String value = value(key);
            return value.matches("-?\\d{1,15}") ? Long.parseLong(value) : 0;
        }

        public boolean is(String name) {
            return type.equals(name);
        }
    }

    /** {@code journal-head.json}. */
    public record Head(String electionId, String hash, long seq, String terminal) {}
}
