package org.tamga.election.wire;

/**
 * Bytes that are not what a format of the product allows. The message names the place, never the
 * content.
 */
public final class WireFormatException extends Exception {
    public WireFormatException(String message) {
        super(message);
    }
}
