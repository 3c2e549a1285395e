package org.tamga.election.ballot;

/**
 * One finding of a check.
 *
 * @param code what
 * @param where the place in the record checked, e.g. {@code contests[c-1].selections[a-2]}
 */
public record Problem(ProblemCode code, String where) {
    @Override
    public String toString() {
        return "[" + code.code() + "] " + where + ": " + code.text();
    }
}
