package org.tamga.kiosk.demo;

/** Something of the demonstration went wrong; its message is for the person at the terminal. */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
