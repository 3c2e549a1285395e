package org.tamga.matcher.image;

import java.util.Optional;
import org.jnbis.api.Jnbis;
import org.jnbis.api.model.Bitmap;
import org.tamga.matcher.image.DecodedImage.Problem;

/** WSQ (FBI IAFIS-IC-0110, v3.1) through jnbis, with the frame header read first. */
final class WsqFile {
    private static final int SOI = 0xffa0;
    private static final int SOF = 0xffa2;
    private static final int SOB = 0xffa3;

    private WsqFile() {}

    static boolean looksLike(byte[] bytes) {
        return bytes.length >= 2 && u16(bytes, 0) == SOI;
    }

    static DecodedImage decode(byte[] bytes, int maxSide) {
        int frame = frameHeader(bytes);
        if (frame < 0) {
            return new DecodedImage.Refused(Problem.DAMAGED, "no WSQ frame header");
        }
        int height = u16(bytes, frame + 6);
        int width = u16(bytes, frame + 8);
        Optional<DecodedImage> fault = ImageDecoder.sizeFault(width, height, maxSide);
        if (fault.isPresent()) {
            return fault.get();
        }
        try {
            Bitmap bitmap = Jnbis.wsq().decode(bytes).asBitmap();
            if (bitmap.getWidth() != width || bitmap.getHeight() != height) {
                return new DecodedImage.Refused(Problem.DAMAGED, "WSQ size contradicts itself");
            }
            return new DecodedImage.Pixels(width, height, bitmap.getPixels());
        } catch (RuntimeException e) {
            // jnbis answers damaged files with unchecked exceptions of many types.
            return new DecodedImage.Refused(Problem.DAMAGED, "the image is incomplete or damaged");
        }
    }

    /** Offset of the SOF marker, walking marker segments from SOI; −1 when there is none. */
    private static int frameHeader(byte[] bytes) {
        int at = 2;
        while (at + 10 <= bytes.length) {
            int marker = u16(bytes, at);
            if (marker == SOF) {
                return at;
            }
            if (marker == SOB || marker >> 8 != 0xff) {
                return -1;
            }
            at += 2 + Math.max(2, u16(bytes, at + 2));
        }
        return -1;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
