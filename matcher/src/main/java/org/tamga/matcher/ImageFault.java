package org.tamga.matcher;

/** Why an image was not read. The code is stable and may be shown to people. */
public enum ImageFault {
    /** There is no such file, or it may not be read. */
    NOT_ACCESSIBLE("IM-01"),
    /** No bytes at all. */
    EMPTY("IM-02"),
    /**
     * None of PNG, TIFF, BMP, JPEG, WSQ; or a TIFF whose samples have other than 1, 2, 4, 8 or 16
     * bits, or that holds JPEG.
     */
    UNKNOWN_FORMAT("IM-03"),
    /** More pixels, bytes or inches than a finger image can have; refused before decoding. */
    TOO_LARGE("IM-04"),
    /** Fewer than 16 pixels on a side. */
    TOO_SMALL("IM-05"),
    /** Truncated, or its content contradicts its header. */
    DAMAGED("IM-06"),
    /**
     * Ridges are the light lines. Readers cannot know and do not say this; {@link
     * QualityReason#INVERTED} does, and commands refuse such an image with this code.
     */
    INVERTED("IM-07");

    private final String code;

    ImageFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
