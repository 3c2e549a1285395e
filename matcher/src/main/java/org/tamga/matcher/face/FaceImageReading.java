package org.tamga.matcher.face;

import org.tamga.matcher.ImageFault;

/** What became of an attempt to read an image. */
public sealed interface FaceImageReading {

    /** The image; the caller closes it. */
    record Read(FaceImage image) implements FaceImageReading {}

    /**
     * @param detail one English line without any content of the image
     */
    record Unreadable(ImageFault fault, String detail) implements FaceImageReading {}
}
