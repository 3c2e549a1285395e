package org.tamga.devices.document.mrz;

/**
 * One character that may have been mistaken for another.
 *
 * @param line 1 is the upper line
 * @param column 1 is the leftmost character
 * @param read what the reader saw
 * @param instead what would fit
 */
public record Substitution(int line, int column, char read, char instead) {
    /** Personal data: only the place is text. */
    @Override
    public String toString() {
        return "Substitution[%d:%d]".formatted(line, column);
    }
}
