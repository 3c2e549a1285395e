package org.tamga.election.wire;

/**
 * Bytes that are not what a format of the product allows. The message names the place, never the
 * content.
 */
public final class WireFormatException extends Exception {
    private static final long serialVersionUID = 1;

    private final String detail;

    public WireFormatException(String detail) {
        super(detail);
        this.detail = detail;
    }

    /** The message, which is always there. */
    public String detail() {
        return detail;
    }
}
