package org.tamga.kiosk.opening;

/** The conditions of opening, in the order in which they are shown and asked. */
public enum Check {
    PACKAGE("OP-01"),
    REGISTER("OP-02"),
    DEVICES("OP-03"),
    /** A wrong clock is shown and reported; it never locks a terminal out. */
    CLOCK(""),
    DISK("OP-05"),
    COUNTERS("OP-06"),
    ZERO_REPORT("OP-07");

    private final String refusal;

    Check(String refusal) {
        this.refusal = refusal;
    }

    /**
     * Code under which opening is refused when the condition does not hold; empty for a warning.
     */
    public String refusal() {
        return refusal;
    }
}
