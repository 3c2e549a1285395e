package org.tamga.election.voter;

/** What came of opening a register file. */
public sealed interface RegisterOpening {
    /** The caller owns the content and closes it. */
    record Accepted(RegisterContent content) implements RegisterOpening {}

    /**
     * @param detail one English line for the technician, without personal data
     */
    record Refused(RegisterRefusal reason, String detail) implements RegisterOpening {}
}
