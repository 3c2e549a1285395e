package org.tamga.devices.ports;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * One camera picture: row-major, 3 bytes a pixel in the order blue, green, red. Closing wipes it.
 */
public final class CameraImage implements AutoCloseable {
    private final int width;
    private final int height;
    private final byte[] bgr;
    private volatile boolean closed;

    /**
     * @param bgr {@code 3 × width × height} bytes; the image takes ownership and wipes them
     */
    public CameraImage(int width, int height, byte[] bgr) {
        if (width < 1 || height < 1 || bgr.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    "%d × %d × 3 does not fit %d bytes".formatted(width, height, bgr.length));
        }
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    /** Copies any buffered image. */
    public static CameraImage of(BufferedImage image) {
        BufferedImage plain =
                new BufferedImage(
                        image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        byte[] bytes = ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
        return new CameraImage(plain.getWidth(), plain.getHeight(), bytes);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /**
     * @throws IllegalStateException after {@link #close()}
     */
    public byte[] copyOfBgr() {
        checkOpen();
        return bgr.clone();
    }

    /**
     * A copy for a file or a screen; nothing can wipe it.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public BufferedImage toBufferedImage() {
        checkOpen();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(bgr, 0, pixels, 0, bgr.length);
        return image;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("camera image was wiped");
        }
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(bgr, (byte) 0);
    }

    @Override
    public String toString() {
        return "CameraImage[%d × %d]".formatted(width, height);
    }
}
