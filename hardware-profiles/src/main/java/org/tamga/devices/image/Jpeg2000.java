package org.tamga.devices.image;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * JPEG 2000 part 1 (ISO/IEC 15444-1), as JP2 file or bare code stream: grey or three colours of 8
 * bits. The bytes come from strangers, so every size is checked before the decoder sees them.
 */
public final class Jpeg2000 {
    /** Longest side of any picture. */
    public static final int LONGEST_SIDE = 4_000;

    /** Most pixels of any picture; decoding takes some 20 bytes of heap for each. */
    public static final int MOST_PIXELS = 8_000_000;

    private Jpeg2000() {}

    /** What came of decoding. */
    public sealed interface Decoding {}

    /**
     * @param image {@code TYPE_BYTE_GRAY} or {@code TYPE_3BYTE_BGR}
     */
    public record Decoded(BufferedImage image) implements Decoding {}

    /**
     * @param reason English, without anything of the picture
     */
    public record Refused(String reason) implements Decoding {}

    /**
     * Decodes one picture.
     *
     * @param longestSide most pixels of either side, 1 … {@link #LONGEST_SIDE}
     */
    public static Decoding decode(byte[] bytes, int longestSide) {
        if (longestSide < 1 || longestSide > LONGEST_SIDE) {
            throw new IllegalArgumentException("longest side " + longestSide);
        }
        Optional<String> refusal = Jpeg2000Header.refusal(bytes, longestSide);
        return refusal.isPresent() ? new Refused(refusal.get()) : decodeChecked(bytes);
    }

    private static Decoding decodeChecked(byte[] bytes) {
        var reader = new J2KImageReader(new J2KImageReaderSpi());
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            return plain(reader.readRaster(0, null));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The decoder answers damage with whatever happens to break inside it.
            return new Refused("damaged: " + e.getClass().getSimpleName());
        } finally {
            reader.dispose();
        }
    }

    private static Decoding plain(Raster raster) {
        int bands = raster.getNumBands();
        if (bands != 1 && bands != 3) {
            return new Refused("neither grey nor colour");
        }
        int type = bands == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        var image = new BufferedImage(raster.getWidth(), raster.getHeight(), type);
        int[] row = new int[raster.getWidth() * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            image.getRaster().setPixels(0, y, raster.getWidth(), 1, row);
        }
        return new Decoded(image);
    }

    /** Encodes losslessly as JP2, for simulators. */
    public static byte[] encode(BufferedImage image) {
        return encode(image, new J2KImageWriteParam());
    }

    /**
     * Encodes as JP2 of a certain size, for simulators.
     *
     * @param bitsPerPixel of the file, positive
     */
    public static byte[] encode(BufferedImage image, double bitsPerPixel) {
        var size = new J2KImageWriteParam();
        size.setLossless(false);
        size.setFilter(J2KImageWriteParam.FILTER_97);
        size.setEncodingRate(bitsPerPixel);
        return encode(image, size);
    }

    /** Grey stays grey, everything else becomes three colours. */
    private static BufferedImage plain(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY
                || image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        var plain =
                new BufferedImage(
                        image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return plain;
    }

    private static byte[] encode(BufferedImage image, J2KImageWriteParam how) {
        var writer = new J2KImageWriter(new J2KImageWriterSpi());
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(plain(image), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
