package org.tamga.matcher.dedup;

/** A job that cannot go on for a reason outside of the program; what is done stays done. */
public final class DedupException extends RuntimeException {
    private final DedupFault fault;

    public DedupException(DedupFault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    public DedupFault fault() {
        return fault;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
