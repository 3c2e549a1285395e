package org.tamga.matcher.command;

/** Ends a command with one line on the error stream and exit code 2. */
public final class CommandFailure extends RuntimeException {
    private final String what;
    private final String code;

    CommandFailure(String what, String code) {
        super(what);
        this.what = what;
        this.code = code;
    }

    public String what() {
        return what;
    }

    /** Stable code, such as {@code IM-06}. */
    public String code() {
        return code;
    }
}
