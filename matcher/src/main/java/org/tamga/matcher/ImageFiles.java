package org.tamga.matcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.tamga.matcher.image.DecodedImage;
import org.tamga.matcher.image.ImageDecoder;

/**
 * Reads finger images from PNG, TIFF, BMP, JPEG and WSQ. Size is judged from the header, before
 * anything is decoded, so a hostile file costs neither memory nor time.
 */
public final class ImageFiles {
    /** Largest file that is read, in bytes. */
    public static final int MAX_BYTES = 64 << 20;

    private ImageFiles() {}

    /**
     * @param dpi resolution in pixels per inch. It is the caller's, from the device's profile: what
     *     image files say about it is wrong too often (72 for a 500 dpi scan)
     */
    public static ImageReading read(Path file, double dpi) {
        return read(file, bytes -> read(bytes, dpi));
    }

    /** A raw buffer in a file. */
    public static ImageReading read(Path file, RawLayout layout) {
        return read(file, bytes -> read(bytes, layout));
    }

    /** A raw buffer, which stays the caller's to wipe. */
    public static ImageReading read(byte[] bytes, RawLayout layout) {
        return RawImages.read(bytes, layout);
    }

    private static ImageReading read(Path file, Function<byte[], ImageReading> decode) {
        try {
            if (!Files.isRegularFile(file)) {
                return new ImageReading.Unreadable(
                        ImageFault.NOT_ACCESSIBLE,
                        Files.isDirectory(file) ? "is a folder" : "no such file");
            }
            if (Files.size(file) > MAX_BYTES) {
                return new ImageReading.Unreadable(
                        ImageFault.TOO_LARGE, "file larger than " + MAX_BYTES + " bytes");
            }
            byte[] content = Files.readAllBytes(file);
            try {
                return decode.apply(content);
            } finally {
                Arrays.fill(content, (byte) 0);
            }
        } catch (IOException e) {
            return new ImageReading.Unreadable(ImageFault.NOT_ACCESSIBLE, "cannot be read");
        }
    }

    /** As {@link #read(Path, double)} from memory. */
    public static ImageReading read(byte[] bytes, double dpi) {
        return switch (ImageDecoder.decode(bytes, MAX_BYTES, GrayImage.MAX_SIDE)) {
            case DecodedImage.Pixels(int width, int height, byte[] gray) -> {
                if (GrayImage.isPlausible(width, height, dpi)) {
                    yield new ImageReading.Read(new GrayImage(width, height, dpi, gray));
                }
                Arrays.fill(gray, (byte) 0);
                yield new ImageReading.Unreadable(
                        ImageFault.TOO_LARGE, "%d×%d at %s dpi".formatted(width, height, dpi));
            }
            case DecodedImage.Refused(DecodedImage.Problem problem, String detail) ->
                    new ImageReading.Unreadable(ImageFault.valueOf(problem.name()), detail);
        };
    }
}
