package org.tamga.central;

/**
 * Something the caller of the command line can put right: a missing file, a bad value, a check that
 * failed. Shown as one line; never logged with a trace.
 */
public final class CentralFailure extends RuntimeException {
    private final String code;
    private final int exitStatus;

    private CentralFailure(String code, int exitStatus, String message) {
        super(message);
        this.code = code;
        this.exitStatus = exitStatus;
    }

    /** Wrong use: a missing file, a bad value, a step out of order. Exit status 2. */
    public static CentralFailure usage(String code, String message) {
        return new CentralFailure(code, 2, message);
    }

    /** A check that ran and failed. Exit status 1. */
    public static CentralFailure failed(String code, String message) {
        return new CentralFailure(code, 1, message);
    }

    /** Stable short code, {@code CN-nn}. */
    public String code() {
        return code;
    }

    /** Exit status of the command: 1 or 2. */
    public int exitStatus() {
        return exitStatus;
    }
}
