package org.tamga.matcher.image;

/** Outcome of decoding an image file. */
public sealed interface DecodedImage {

    /**
     * @param gray row-major, 8 bit, {@code width × height} bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Pixels(int width, int height, byte[] gray) implements DecodedImage {}

    record Refused(Problem problem, String detail) implements DecodedImage {}

    /** Names are those of {@code org.tamga.matcher.ImageFault}. */
    enum Problem {
        EMPTY,
        UNKNOWN_FORMAT,
        TOO_LARGE,
        TOO_SMALL,
        DAMAGED
    }
}
