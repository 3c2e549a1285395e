package org.tamga.kiosk.devices;

import java.util.Arrays;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.FingerImage;

/**
 * The one picture of a preview: painted by the device's thread, shown by the UI's, wiped when the
 * preview ends. The same memory serves every frame. Thread-safe.
 */
public final class LivePicture implements AutoCloseable {

    /** Larger pictures are thinned out: every second pixel, every third. */
    private static final int LONGEST_SIDE = 800;

    private int[] argb = {};
    private int width;
    private int height;
    private boolean closed;

    /** Shows pixels somewhere. */
    @FunctionalInterface
    public interface Screen {
        /**
         * @param argb row-major, opaque; only the first {@code width × height} count, and only
         *     during the call
         */
        void paint(int width, int height, int[] argb);
    }

    void paint(CameraImage image) {
        byte[] bgr = image.copyOfBgr();
        try {
            paint(
                    image.width(),
                    image.height(),
                    (x, y) -> {
                        int at = 3 * (y * image.width() + x);
                        return opaque(bgr[at + 2], bgr[at + 1], bgr[at]);
                    });
        } finally {
            Arrays.fill(bgr, (byte) 0);
        }
    }

    void paint(FingerImage image) {
        paint(
                image.width(),
                image.height(),
                (x, y) -> {
                    byte grey = (byte) image.at(x, y);
                    return opaque(grey, grey, grey);
                });
    }

    private interface Source {
        int at(int x, int y);
    }

    private synchronized void paint(int sourceWidth, int sourceHeight, Source source) {
        if (closed) {
            return;
        }
        int step = Math.ceilDiv(Math.max(sourceWidth, sourceHeight), LONGEST_SIDE);
        width = sourceWidth / step;
        height = sourceHeight / step;
        if (argb.length < width * height) {
            Arrays.fill(argb, 0);
            argb = new int[width * height];
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = source.at(x * step, y * step);
            }
        }
    }

    private static int opaque(byte red, byte green, byte blue) {
        return 0xFF000000 | (red & 0xFF) << 16 | (green & 0xFF) << 8 | blue & 0xFF;
    }

    /** Does nothing before the first picture and after {@link #close}. */
    public synchronized void show(Screen screen) {
        if (width > 0 && height > 0) {
            screen.paint(width, height, argb);
        }
    }

    /** Wipes the picture; what is painted later is not taken. */
    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(argb, 0);
        width = 0;
        height = 0;
    }

    @Override
    public synchronized String toString() {
        return "LivePicture[%d × %d]".formatted(width, height);
    }
}
