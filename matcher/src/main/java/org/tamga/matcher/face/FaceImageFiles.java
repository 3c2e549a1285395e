package org.tamga.matcher.face;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.tamga.matcher.ImageFault;
import org.tamga.matcher.image.BytesInput;
import org.tamga.matcher.image.DecodingBudget;
import org.tamga.matcher.image.JdkReaders;
import org.tamga.matcher.image.TiffKind;

/**
 * Reads portraits from JPEG, PNG, BMP, TIFF and binary PGM and PPM. Size is judged from the header,
 * before anything is decoded. A camera's note that the image is to be turned is not looked at.
 */
public final class FaceImageFiles {
    /** Largest file that is read, in bytes. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int MIN_SIDE = 16;

    /** Of one raster: the most pixels, in colour with transparency. */
    private static final long MAX_DECODED = 4L * FaceImage.MAX_PIXELS;

    private FaceImageFiles() {}

    public static FaceImageReading read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return unreadable(
                        ImageFault.NOT_ACCESSIBLE,
                        (Files.isDirectory(file) ? "is a folder: " : "no such file: ") + file);
            }
            if (Files.size(file) > MAX_BYTES) {
                return unreadable(
                        ImageFault.TOO_LARGE, "larger than " + MAX_BYTES + " bytes: " + file);
            }
            return read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            return unreadable(ImageFault.NOT_ACCESSIBLE, "cannot read " + file);
        }
    }

    /**
     * @param name of the image in messages
     */
    public static FaceImageReading read(byte[] bytes, String name) {
        if (bytes.length == 0) {
            return unreadable(ImageFault.EMPTY, "no bytes in " + name);
        }
        if (PortableAnymap.looksLike(bytes)) {
            return PortableAnymap.read(bytes, name);
        }
        try (ImageInputStream in = new BytesInput(bytes)) {
            Optional<ImageReader> reader = JdkReaders.of(in);
            if (reader.isEmpty()) {
                return unreadable(
                        ImageFault.UNKNOWN_FORMAT, "not JPEG, PNG, BMP, TIFF, PGM or PPM: " + name);
            }
            try {
                return decode(reader.get(), in, name);
            } finally {
                reader.get().dispose();
            }
        } catch (IOException e) {
            return damaged(name);
        }
    }

    static FaceImageReading damaged(String name) {
        return unreadable(ImageFault.DAMAGED, "incomplete or damaged: " + name);
    }

    /** A fault when an image of this size is not read at all. */
    static ImageFault sizeFault(int width, int height) {
        return Math.min(width, height) < MIN_SIDE ? ImageFault.TOO_SMALL : ImageFault.TOO_LARGE;
    }

    static boolean isReadable(int width, int height) {
        return Math.min(width, height) >= MIN_SIDE && FaceImage.isPlausible(width, height);
    }

    static FaceImageReading unreadable(ImageFault fault, String detail) {
        return new FaceImageReading.Unreadable(fault, detail);
    }

    private static FaceImageReading decode(ImageReader reader, ImageInputStream in, String name)
            throws IOException {
        try {
            // Metadata is skipped: compressed text chunks are where small files grow large.
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (!isReadable(width, height) || !DecodingBudget.allows(reader, MAX_DECODED)) {
                return unreadable(
                        sizeFault(width, height),
                        "%d×%d pixels: %s".formatted(width, height, name));
            }
            if (!TiffKind.isRead(reader)) {
                return unreadable(
                        ImageFault.UNKNOWN_FORMAT, "a kind of TIFF that is not read: " + name);
            }
            BufferedImage image = reader.read(0);
            return new FaceImageReading.Read(FaceImage.of(image));
        } catch (RuntimeException e) {
            // The JDK's plug-ins answer some damaged files with unchecked exceptions of many types.
            return damaged(name);
        }
    }
}
