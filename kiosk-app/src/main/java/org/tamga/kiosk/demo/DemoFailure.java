package org.tamga.kiosk.demo;

/**
 * Something of the demonstration went wrong; its message is for the person at the terminal and ends
 * with a stable code.
 */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    private static final int PUT_RIGHT_FIRST = 2;

    private final int status;

    private DemoFailure(String code, String message, int status) {
        super(message + " [" + code + "]");
        this.status = status;
    }

    /**
     * @param code {@code DM-nn}
     */
    DemoFailure(String code, String message) {
        this(code, message, FAILED);
    }

    /** Nothing was begun yet; the person can put it right and start again. */
    static DemoFailure beforehand(String code, String message) {
        return new DemoFailure(code, message, PUT_RIGHT_FIRST);
    }

    /** The exit status of the command. */
    int status() {
        return status;
    }
}
