package org.tamga.verifier.record;

/** Bytes are not what their format asks for. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedException(String message) {
        super(message);
    }
}
