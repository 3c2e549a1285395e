package org.tamga.kiosk.identify;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A portrait for the screen: row-major ARGB pixels, wiped on close. Never written anywhere. */
public final class Picture implements AutoCloseable {

    private static final int LONGEST_SIDE = 4000;

    private final int width;
    private final int height;
    private final int[] argb;

    private Picture(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    public static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    /** Decodes a JPEG of the register in memory (ImageIO's file cache would leave it on disk). */
    public static Optional<Picture> ofJpeg(byte[] jpeg) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (jpeg.length == 0 || !readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(stream, true, true);
            if (Math.max(reader.getWidth(0), reader.getHeight(0)) > LONGEST_SIDE) {
                return Optional.empty();
            }
            return Optional.of(of(reader.read(0)));
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy; black and transparent after {@link #close}. */
    public int[] argb() {
        return argb;
    }

    @Override
    public void close() {
        Arrays.fill(argb, 0);
    }

    @Override
    public String toString() {
        return "Picture[%d × %d]".formatted(width, height);
    }
}
