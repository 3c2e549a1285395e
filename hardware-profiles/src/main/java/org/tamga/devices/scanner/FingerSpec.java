package org.tamga.devices.scanner;

import org.jspecify.annotations.Nullable;

/**
 * How a scanner's images are. Nothing larger than {@code width × height} is ever taken from the
 * device.
 *
 * @param bitsPerPixel 4 (two pixels a byte, high nibble first) or 8
 * @param dpi dots per inch; devices do not tell it
 * @param blackRidges false when ridges are light; absent means true
 * @param flipX mirrored left to right; absent means false
 * @param flipY upside down; absent means false
 * @param swipe true when the finger is drawn over the sensor: {@code height} is then the largest
 *     that is accepted; absent means false
 * @param qualityFloor lowest quality, 0 … 100, that images of this make should have to be matched
 */
public record FingerSpec(
        int width,
        int height,
        int bitsPerPixel,
        int dpi,
        @Nullable Boolean blackRidges,
        @Nullable Boolean flipX,
        @Nullable Boolean flipY,
        @Nullable Boolean swipe,
        int qualityFloor) {
    /** A sensor on which the finger lies still. */
    public FingerSpec(
            int width,
            int height,
            int bitsPerPixel,
            int dpi,
            @Nullable Boolean blackRidges,
            @Nullable Boolean flipX,
            @Nullable Boolean flipY,
            int qualityFloor) {
        this(width, height, bitsPerPixel, dpi, blackRidges, flipX, flipY, null, qualityFloor);
    }

    public boolean inverted() {
        return Boolean.FALSE.equals(blackRidges);
    }

    public boolean mirrored() {
        return Boolean.TRUE.equals(flipX);
    }

    public boolean upsideDown() {
        return Boolean.TRUE.equals(flipY);
    }

    public boolean swiped() {
        return Boolean.TRUE.equals(swipe);
    }
}
