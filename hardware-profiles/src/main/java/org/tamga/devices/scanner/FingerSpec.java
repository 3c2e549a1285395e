package org.tamga.devices.scanner;

import org.jspecify.annotations.Nullable;

/**
 * How a scanner's images are.
 *
 * @param bitsPerPixel 4 (two pixels a byte, high nibble first) or 8
 * @param dpi dots per inch; devices do not tell it
 * @param blackRidges false when ridges are light; absent means true
 */
public record FingerSpec(
        int width, int height, int bitsPerPixel, int dpi, @Nullable Boolean blackRidges) {
    public boolean inverted() {
        return Boolean.FALSE.equals(blackRidges);
    }
}
