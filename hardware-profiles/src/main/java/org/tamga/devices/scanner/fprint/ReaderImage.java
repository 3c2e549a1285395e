package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.scanner.BlankImage;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.scanner.fprint.HostFrame.Size;

/** Makes the port's image of what the library gave. */
final class ReaderImage {
    /** The part of the rows, one in so many, that tells an image that broke off. */
    private static final int FLAT_END = 8;

    private final FingerSpec spec;

    ReaderImage(FingerSpec spec) {
        this.spec = spec;
    }

    int longestPayload() {
        return Size.BYTES + spec.width() * spec.height();
    }

    CaptureOrder order(ReaderRule rule) {
        return new CaptureOrder(
                rule.isVirtual() ? ReaderRule.VIRTUAL_DRIVER : rule.driver(),
                rule.isVirtual() ? List.of() : rule.usb(),
                spec.width(),
                spec.height(),
                spec.swiped());
    }

    /** The image of a frame {@link HostFrame.Type#IMAGE}; the caller wipes the frame. */
    FingerCapture of(HostFrame frame) throws IOException {
        Size size = frame.size();
        int width = size.width();
        int height = size.height();
        byte[] payload = frame.payload();
        int least = spec.swiped() ? 1 : spec.height();
        if (width != spec.width()
                || height < least
                || height > spec.height()
                || payload.length != Size.BYTES + width * height) {
            return wrongSize(size);
        }
        if (brokeOff(payload, width, height)) {
            return failed(DeviceFault.PROTOCOL_ERROR, "the image broke off");
        }
        var image = new FingerImage(width, height, spec.dpi(), upright(payload, width, height));
        if (BlankImage.is(image)) {
            image.close();
            return failed(DeviceFault.BLANK_IMAGE, "the image is even");
        }
        return new FingerCapture.Captured(image);
    }

    FingerCapture wrongSize(Size size) {
        return failed(
                DeviceFault.PROTOCOL_ERROR,
                "an image of %d × %d pixels; the profile says %d × %s%d"
                        .formatted(
                                size.width(),
                                size.height(),
                                spec.width(),
                                spec.swiped() ? "at most " : "",
                                spec.height()));
    }

    /**
     * Bytes that never came are zeros in the library's image: its last rows are all black. No
     * working sensor gives such rows, not even one with a dark background.
     */
    private static boolean brokeOff(byte[] payload, int width, int height) {
        int from = Size.BYTES + width * (height - Math.max(1, height / FLAT_END));
        byte[] end = Arrays.copyOfRange(payload, from, payload.length);
        boolean black = Arrays.equals(end, new byte[end.length]);
        byte[] start = Arrays.copyOfRange(payload, Size.BYTES, Size.BYTES + end.length);
        boolean startBlack = Arrays.equals(start, new byte[start.length]);
        Arrays.fill(end, (byte) 0);
        Arrays.fill(start, (byte) 0);
        return black && !startBlack;
    }

    private byte[] upright(byte[] payload, int width, int height) {
        byte[] gray = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = spec.mirrored() ? width - 1 - x : x;
                int row = spec.upsideDown() ? height - 1 - y : y;
                byte level = payload[Size.BYTES + row * width + column];
                gray[y * width + x] = spec.inverted() ? (byte) ~level : level;
            }
        }
        return gray;
    }

    static FingerCapture failed(DeviceFault fault, String detail) {
        return new FingerCapture.Failed(fault, detail);
    }
}
