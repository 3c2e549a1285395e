package org.tamga.matcher;

/** What became of an attempt to read an image. */
public sealed interface ImageReading {

    /** The image; the caller closes it. */
    record Read(GrayImage image) implements ImageReading {}

    /**
     * @param fault reason with its stable code
     * @param detail one English line without any content of the image
     */
    record Unreadable(ImageFault fault, String detail) implements ImageReading {
        /** Stable code {@code IM-nn}. */
        public String code() {
            return fault.code();
        }
    }
}
