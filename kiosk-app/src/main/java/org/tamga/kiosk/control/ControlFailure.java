package org.tamga.kiosk.control;

/** A command that could not be done; nothing was changed. The message begins with a stable code. */
final class ControlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ControlFailure(String code, String detail) {
        super(detail.isEmpty() ? code : code + " " + detail);
    }
}
