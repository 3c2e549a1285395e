package org.tamga.devices.chip;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.tamga.devices.image.Jpeg2000;
import org.tamga.devices.ports.CameraImage;

/** Decodes a chip's portrait within bounds. */
final class Portraits {
    private Portraits() {}

    /** The portrait; empty when the picture is too large or damaged. */
    static Optional<CameraImage> decode(FaceRecord face) {
        return face.jpeg2000() ? jpeg2000(face.image()) : jpeg(face.image());
    }

    private static Optional<CameraImage> jpeg2000(byte[] bytes) {
        return switch (Jpeg2000.decode(bytes, Jpeg2000.LONGEST_SIDE)) {
            case Jpeg2000.Refused _ -> Optional.empty();
            case Jpeg2000.Decoded(BufferedImage image) -> Optional.of(taken(image));
        };
    }

    private static Optional<CameraImage> jpeg(byte[] bytes) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        ImageReader reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            boolean fits =
                    width <= Jpeg2000.LONGEST_SIDE
                            && height <= Jpeg2000.LONGEST_SIDE
                            && width * height <= Jpeg2000.MOST_PIXELS;
            return fits ? Optional.of(taken(reader.read(0))) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The decoder answers damage with whatever happens to break inside it.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static CameraImage taken(BufferedImage image) {
        CameraImage portrait = CameraImage.of(image);
        if (image.getRaster().getDataBuffer() instanceof DataBufferByte pixels) {
            for (byte[] bank : pixels.getBankData()) {
                Arrays.fill(bank, (byte) 0);
            }
        }
        return portrait;
    }
}
