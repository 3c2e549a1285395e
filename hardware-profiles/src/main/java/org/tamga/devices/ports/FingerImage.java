package org.tamga.devices.ports;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * One finger as the scanner saw it: row-major, 8 bits a pixel, 0 = black = ridge. Closing
 * overwrites the pixels with zeros; nothing of them ever appears in text.
 */
public final class FingerImage implements AutoCloseable {
    private final int width;
    private final int height;
    private final double dpi;
    private final byte[] gray;
    private volatile boolean closed;

    /**
     * @param width pixels, 1 or more
     * @param height pixels, 1 or more
     * @param dpi dots per inch, finite and positive
     * @param gray {@code width × height} bytes; the image takes ownership and wipes them
     */
    public FingerImage(int width, int height, double dpi, byte[] gray) {
        if (width < 1 || height < 1 || gray.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "%d × %d pixels do not fit %d bytes".formatted(width, height, gray.length));
        }
        if (!(dpi > 0) || Double.isInfinite(dpi)) {
            throw new IllegalArgumentException("dpi " + dpi);
        }
        this.width = width;
        this.height = height;
        this.dpi = dpi;
        this.gray = gray;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public double dpi() {
        return dpi;
    }

    /**
     * A copy that the caller must wipe or hand to a type that does.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public byte[] copyOfPixels() {
        checkOpen();
        return gray.clone();
    }

    /**
     * A copy as a grey picture, for a file or a screen; nothing can wipe it.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public BufferedImage toBufferedImage() {
        checkOpen();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, gray);
        return image;
    }

    /** Grey level 0 … 255 at column x, row y. */
    public int at(int x, int y) {
        checkOpen();
        return gray[y * width + x] & 0xFF;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("finger image was wiped");
        }
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(gray, (byte) 0);
    }

    @Override
    public String toString() {
        return "FingerImage[%d × %d, %.0f dpi]".formatted(width, height, dpi);
    }
}
