package org.tamga.devices.profile;

/**
 * Why a profile or kit file is refused.
 *
 * @param code DV-30 not readable, DV-31 against the schema, DV-32 name and place differ, DV-33
 *     unknown profile, DV-34 not found, DV-35 the name is taken
 * @param file which file
 * @param line 1-based line, 0 when not known
 */
public record ProfileProblem(String code, String file, int line, String reason) {
    /** File, line and reason, without the code. */
    public String sentence() {
        return "%s%s: %s".formatted(file, line > 0 ? " line " + line : "", reason);
    }

    @Override
    public String toString() {
        return "%s [%s]".formatted(sentence(), code);
    }
}
