package org.tamga.verifier.record;

/**
 * A check that failed.
 *
 * @param file path in the record, with slashes
 * @param what what is wrong, one line
 */
public record Finding(Code code, String file, String what) {
    @Override
    public String toString() {
        return code.text() + "  " + file + "  " + what;
    }
}
