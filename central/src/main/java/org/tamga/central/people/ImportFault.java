package org.tamga.central.people;

/**
 * One thing of the source that could not be taken.
 *
 * @param line line of {@code people.jsonl}, from 1
 * @param code stable code: {@code IM-nn} of an image, {@code PN-nn} of a personal number, {@code
 *     CN-nn} of the rest
 * @param detail one line without personal data beyond the name of a file
 */
public record ImportFault(long line, String code, String detail) {
    @Override
    public String toString() {
        return "line %d: %s [%s]".formatted(line, detail, code);
    }
}
