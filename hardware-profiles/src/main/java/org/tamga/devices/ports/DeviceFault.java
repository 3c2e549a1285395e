package org.tamga.devices.ports;

/**
 * Every way in which an attached device can fail, with a code that a person can read out.
 *
 * <p>{@link #TIMEOUT} and {@link #OFFLINE} are never mixed up: nobody came to a device that works,
 * or the device says nothing. What speaks only unasked, a document reader on a line or as a
 * keyboard, cannot be asked whether it lives: its silence is a TIMEOUT. A finger reader behind
 * libfprint has answered once it was opened; that it dies while it waits shows at its next opening.
 */
public enum DeviceFault {
    /**
     * The device answers, and what was waited for did not come within the time allowed: no finger,
     * no document, no card, no end of a print job, no picture of a camera that still starts.
     */
    TIMEOUT("DV-01"),
    CANCELLED("DV-02"),
    /** The device went away while it was in use. */
    UNPLUGGED("DV-03"),
    /** Nothing is attached where the profile looks. */
    NOT_FOUND("DV-04"),
    NO_PERMISSION("DV-05"),
    /** The answers break the published protocol: wrong checksum, wrong length, wrong order. */
    PROTOCOL_ERROR("DV-06"),
    /** An image arrived but it is all black, all white or even. */
    BLANK_IMAGE("DV-07"),
    LIFTED_EARLY("DV-08"),
    BUSY("DV-09"),
    PAPER_OUT("DV-10"),
    COVER_OPEN("DV-11"),
    /**
     * It, its service or its library does not answer at all, or says itself that it is off line.
     */
    OFFLINE("DV-12"),
    /** The printer itself reports an error, e.g. a jammed cutter. */
    PRINTER_ERROR("DV-13"),
    /** Everything was sent, yet the printer did not confirm that the slip came out. */
    PRINT_UNCONFIRMED("DV-14"),
    /** The lines were read but a check digit is wrong. */
    CHECK_DIGIT("DV-15"),
    UNREADABLE_DOCUMENT("DV-16"),
    /** The pages could not be stored or handed to the print system. */
    PAGES_NOT_STORED("DV-17"),
    /** The slip is wider or longer than the printer's profile allows. */
    TOO_LARGE("DV-18"),
    /** The kit has no device of this class. */
    NOT_IN_KIT("DV-19"),
    WRONG_PIN("DV-20"),
    /** Too many wrong PINs: only its issuer unlocks the token. */
    TOKEN_LOCKED("DV-21"),
    /** The card or token was taken away while it was in use. */
    CARD_REMOVED("DV-22"),
    /** The chip does not take the key made of the printed lines. */
    ACCESS_REFUSED("DV-23"),
    /** A signature that must hold does not, or nobody trusted made it. */
    NOT_GENUINE("DV-24"),
    OVEREXPOSED("DV-25"),
    /** The camera gives the same picture again and again. */
    FROZEN("DV-26"),
    /** The reader asks for another touch: too short, off centre, too fast. */
    PLACE_AGAIN("DV-27"),
    /** The device's clock, or a certificate's validity, is at odds with this machine's clock. */
    CLOCK_SKEWED("DV-28"),
    /** The library, service or system package that drives the device is not installed. */
    DRIVER_MISSING("DV-29"),
    /** A simulator, a file or a pipe stands where the kit promises hardware. */
    NOT_HARDWARE("DV-43");

    private final String code;

    DeviceFault(String code) {
        this.code = code;
    }

    /** Stable code {@code DV-nn}; screens derive their message key from it. */
    public String code() {
        return code;
    }

    /**
     * Whether a finger scanner that answers so works, and only the touch was bad: the person lays
     * the finger on once more. Of any other device these are errors.
     */
    public boolean isOfTouch() {
        return this == LIFTED_EARLY || this == PLACE_AGAIN || this == BLANK_IMAGE;
    }
}
