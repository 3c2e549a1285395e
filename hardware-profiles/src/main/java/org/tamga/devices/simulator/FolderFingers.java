package org.tamga.devices.simulator;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.tamga.devices.ports.FingerImage;

/** Finger images of a folder (PNG, TIFF, BMP, JPEG), by file name, each presented once. */
public final class FolderFingers implements FingerSource {
    private static final List<String> ENDINGS =
            List.of(".png", ".tif", ".tiff", ".bmp", ".jpg", ".jpeg");

    private final Iterator<Path> files;
    private final double dpi;

    private FolderFingers(Iterator<Path> files, double dpi) {
        this.files = files;
        this.dpi = dpi;
    }

    /**
     * @param dpi resolution of every image; files are not asked, for many lie
     * @throws IOException when the folder cannot be listed
     */
    public static FolderFingers of(Path folder, double dpi) throws IOException {
        try (var listing = Files.list(folder)) {
            return new FolderFingers(
                    listing.filter(FolderFingers::isImage).sorted().toList().iterator(), dpi);
        }
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /**
     * @throws UncheckedIOException when a file of the folder is not an image
     */
    @Override
    public synchronized Optional<FingerImage> next() {
        return files.hasNext() ? Optional.of(read(files.next(), dpi)) : Optional.empty();
    }

    /**
     * One image file as a finger, colours turned into luma.
     *
     * @throws UncheckedIOException when the file is not an image
     */
    public static FingerImage read(Path file, double dpi) {
        try {
            BufferedImage image = image(file);
            return new FingerImage(image.getWidth(), image.getHeight(), dpi, luma(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the JDK's own plug-ins: of several for one format Java lists any first. */
    private static BufferedImage image(Path file) throws IOException {
        try (var in = new FileImageInputStream(file.toFile())) {
            for (Iterator<ImageReader> it = ImageIO.getImageReaders(in); it.hasNext(); ) {
                ImageReader reader = it.next();
                if (reader.getClass().getModule() == ImageIO.class.getModule()) {
                    reader.setInput(in, true, true);
                    return reader.read(0);
                }
            }
        }
        throw new IOException(file + " is not an image");
    }

    private static byte[] luma(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getRaster().getNumBands() == 1
                && image.getColorModel().getPixelSize() == 8
                && !(image.getColorModel() instanceof java.awt.image.IndexColorModel)) {
            // Stored grey levels as they are: getRGB would pass them through a colour profile.
            byte[] gray = new byte[width * height];
            image.getRaster().getDataElements(0, 0, width, height, gray);
            return gray;
        }
        byte[] gray = new byte[width * height];
        for (int i = 0; i < gray.length; i++) {
            int rgb = image.getRGB(i % width, i / width);
            int red = rgb >> 16 & 0xFF;
            int green = rgb >> 8 & 0xFF;
            gray[i] = (byte) ((299 * red + 587 * green + 114 * (rgb & 0xFF)) / 1000);
        }
        return gray;
    }
}
