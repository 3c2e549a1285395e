package org.tamga.matcher.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.tamga.matcher.image.DecodedImage.Problem;

/** Decodes PNG, TIFF, BMP, JPEG (the JDK's plug-ins) and WSQ, judging sizes before decoding. */
public final class ImageDecoder {
    private static final int MIN_SIDE = 16;

    /** Of one raster: 4000 × 4000 pixels in colour with transparency. */
    private static final long MAX_DECODED = 64_000_000;

    private ImageDecoder() {}

    /** Never throws for bad content; allocates nothing that the header does not justify. */
    public static DecodedImage decode(byte[] bytes, int maxBytes, int maxSide) {
        if (bytes.length == 0) {
            return new DecodedImage.Refused(Problem.EMPTY, "no bytes");
        }
        if (bytes.length > maxBytes) {
            return new DecodedImage.Refused(Problem.TOO_LARGE, "more than " + maxBytes + " bytes");
        }
        if (WsqFile.looksLike(bytes)) {
            return WsqFile.decode(bytes, maxSide);
        }
        try (ImageInputStream in = new BytesInput(bytes)) {
            Optional<ImageReader> reader = JdkReaders.of(in);
            if (reader.isEmpty()) {
                return new DecodedImage.Refused(
                        Problem.UNKNOWN_FORMAT, "not PNG, TIFF, BMP, JPEG or WSQ");
            }
            try {
                return decode(reader.get(), in, maxSide);
            } finally {
                reader.get().dispose();
            }
        } catch (IOException e) {
            return new DecodedImage.Refused(Problem.DAMAGED, "the image is incomplete or damaged");
        }
    }

    static Optional<DecodedImage> sizeFault(int width, int height, int maxSide) {
        if (width > maxSide || height > maxSide) {
            return Optional.of(
                    new DecodedImage.Refused(Problem.TOO_LARGE, width + "×" + height + " pixels"));
        }
        if (width < MIN_SIDE || height < MIN_SIDE) {
            return Optional.of(
                    new DecodedImage.Refused(Problem.TOO_SMALL, width + "×" + height + " pixels"));
        }
        return Optional.empty();
    }

    private static DecodedImage decode(ImageReader reader, ImageInputStream in, int maxSide)
            throws IOException {
        try {
            // Metadata is skipped: compressed text chunks are where small files grow large.
            reader.setInput(in, true, true);
            Optional<DecodedImage> fault =
                    sizeFault(reader.getWidth(0), reader.getHeight(0), maxSide);
            if (fault.isPresent()) {
                return fault.get();
            }
            if (!TiffKind.isRead(reader)) {
                return new DecodedImage.Refused(
                        Problem.UNKNOWN_FORMAT, "a kind of TIFF that is not read");
            }
            if (!DecodingBudget.allows(reader, MAX_DECODED)) {
                return new DecodedImage.Refused(
                        Problem.TOO_LARGE, "more than " + MAX_DECODED + " bytes decoded");
            }
            BufferedImage image = reader.read(0);
            try {
                return new DecodedImage.Pixels(
                        image.getWidth(), image.getHeight(), GrayValues.of(image));
            } finally {
                GrayValues.wipe(image);
            }
        } catch (RuntimeException e) {
            // The JDK's plug-ins answer some damaged files with unchecked exceptions of many types.
            return new DecodedImage.Refused(Problem.DAMAGED, "the image is incomplete or damaged");
        }
    }
}
