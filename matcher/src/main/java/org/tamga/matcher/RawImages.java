package org.tamga.matcher;

import org.tamga.matcher.RawLayout.Depth;
import org.tamga.matcher.RawLayout.Polarity;

/** Raw buffers of scanners, 8 or 4 bits a pixel. */
final class RawImages {
    private static final int MIN_SIDE = 16;
    private static final int NIBBLE_TO_BYTE = 17;

    private RawImages() {}

    static ImageReading read(byte[] bytes, RawLayout layout) {
        if (bytes.length == 0) {
            return new ImageReading.Unreadable(ImageFault.EMPTY, "no bytes");
        }
        if (Math.min(layout.width(), layout.height()) < MIN_SIDE) {
            return unreadable(ImageFault.TOO_SMALL, layout);
        }
        if (!GrayImage.isPlausible(layout.width(), layout.height(), layout.dpi())) {
            return unreadable(ImageFault.TOO_LARGE, layout);
        }
        if (bytes.length != layout.bytes()) {
            return new ImageReading.Unreadable(
                    ImageFault.DAMAGED,
                    "%d×%d pixels need %d bytes, not %d"
                            .formatted(
                                    layout.width(), layout.height(), layout.bytes(), bytes.length));
        }
        return new ImageReading.Read(
                new GrayImage(
                        layout.width(), layout.height(), layout.dpi(), pixels(bytes, layout)));
    }

    private static byte[] pixels(byte[] bytes, RawLayout layout) {
        byte[] pixels = new byte[layout.width() * layout.height()];
        int stride = (int) (layout.bytes() / layout.height());
        int flip = layout.polarity() == Polarity.RIDGES_LIGHT ? 0xff : 0;
        for (int y = 0; y < layout.height(); y++) {
            for (int x = 0; x < layout.width(); x++) {
                int value =
                        layout.depth() == Depth.EIGHT
                                ? bytes[y * stride + x]
                                : nibble(bytes[y * stride + x / 2], x) * NIBBLE_TO_BYTE;
                pixels[y * layout.width() + x] = (byte) (value ^ flip);
            }
        }
        return pixels;
    }

    private static int nibble(byte pair, int x) {
        return x % 2 == 0 ? pair >> 4 & 0xf : pair & 0xf;
    }

    private static ImageReading unreadable(ImageFault fault, RawLayout layout) {
        return new ImageReading.Unreadable(
                fault,
                "%d×%d pixels at %s dpi".formatted(layout.width(), layout.height(), layout.dpi()));
    }
}
