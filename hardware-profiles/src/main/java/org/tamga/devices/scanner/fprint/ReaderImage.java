package org.tamga.devices.scanner.fprint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.scanner.BlankImage;
import org.tamga.devices.scanner.FingerSpec;

/** Makes the port's image of what the library gave. */
final class ReaderImage {
    private static final int SIZE_BYTES = 8;

    /** The part of the rows, one in so many, that tells an image that broke off. */
    private static final int FLAT_END = 8;

    private final FingerSpec spec;

    ReaderImage(FingerSpec spec) {
        this.spec = spec;
    }

    int longestPayload() {
        return SIZE_BYTES + spec.width() * spec.height();
    }

    CaptureOrder order(ReaderRule rule) {
        return new CaptureOrder(
                rule.isVirtual() ? ReaderRule.VIRTUAL_DRIVER : rule.driver(),
                rule.isVirtual() ? List.of() : rule.usb(),
                spec.width(),
                spec.height(),
                spec.swiped());
    }

    /** The payload of {@link HostFrame.Type#IMAGE}; the caller wipes it. */
    FingerCapture of(byte[] payload) {
        if (payload.length < SIZE_BYTES) {
            return failed(DeviceFault.PROTOCOL_ERROR, "an image without a size");
        }
        ByteBuffer size = ByteBuffer.wrap(payload);
        int width = size.getInt();
        int height = size.getInt();
        int least = spec.swiped() ? 1 : spec.height();
        if (width != spec.width()
                || height < least
                || height > spec.height()
                || payload.length != SIZE_BYTES + width * height) {
            return wrongSize(width, height);
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

    FingerCapture wrongSize(int width, int height) {
        return failed(
                DeviceFault.PROTOCOL_ERROR,
                "an image of %d × %d pixels; the profile says %d × %s%d"
                        .formatted(
                                width,
                                height,
                                spec.width(),
                                spec.swiped() ? "at most " : "",
                                spec.height()));
    }

    /**
     * Bytes that never came are zeros in the library's image: its last rows are all black. No
     * working sensor gives such rows, not even one with a dark background.
     */
    private static boolean brokeOff(byte[] payload, int width, int height) {
        int from = SIZE_BYTES + width * (height - Math.max(1, height / FLAT_END));
        byte[] end = Arrays.copyOfRange(payload, from, payload.length);
        boolean black = Arrays.equals(end, new byte[end.length]);
        byte[] start = Arrays.copyOfRange(payload, SIZE_BYTES, SIZE_BYTES + end.length);
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
                byte level = payload[SIZE_BYTES + row * width + column];
                gray[y * width + x] = spec.inverted() ? (byte) ~level : level;
            }
        }
        return gray;
    }

    static FingerCapture failed(DeviceFault fault, String detail) {
        return new FingerCapture.Failed(fault, detail);
    }
}
