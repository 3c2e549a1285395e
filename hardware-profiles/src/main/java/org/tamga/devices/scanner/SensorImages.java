package org.tamga.devices.scanner;

import java.util.Arrays;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;

/** From a sensor's pixels to an image with black ridges, upright, as the profile says. */
final class SensorImages {
    private SensorImages() {}

    /**
     * Two pixels a byte.
     *
     * @param highFirst whether the high nibble is the left pixel
     * @return one byte a pixel, the sixteen levels spread over 0 … 255
     */
    static byte[] unpacked(byte[] packed, int from, int pixels, boolean highFirst) {
        byte[] gray = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            boolean high = (i % 2 == 0) == highFirst;
            int pair = packed[from + i / 2];
            gray[i] = (byte) (17 * (high ? pair >> 4 & 0xF : pair & 0xF));
        }
        return gray;
    }

    /**
     * @param gray as the sensor sees it, {@code width × height}; wiped
     */
    static FingerCapture captured(byte[] gray, FingerSpec spec) {
        byte[] upright = new byte[gray.length];
        for (int i = 0; i < gray.length; i++) {
            int x = i % spec.width();
            int y = i / spec.width();
            int column = spec.mirrored() ? spec.width() - 1 - x : x;
            int row = spec.upsideDown() ? spec.height() - 1 - y : y;
            int level = gray[row * spec.width() + column] & 0xFF;
            upright[i] = (byte) (spec.inverted() ? 255 - level : level);
        }
        Arrays.fill(gray, (byte) 0);
        FingerImage image = new FingerImage(spec.width(), spec.height(), spec.dpi(), upright);
        if (BlankImage.is(image)) {
            image.close();
            return new FingerCapture.Failed(DeviceFault.BLANK_IMAGE, "the image is even");
        }
        return new FingerCapture.Captured(image);
    }
}
