package org.tamga.matcher.image;

import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/** What decoding an image would take, told from its header alone. */
public final class DecodingBudget {
    private static final int BITS_UNKNOWN = 64;

    private DecodingBudget() {}

    /**
     * Whether the decoded raster, and a TIFF's single tile or strip, which is allocated whole and
     * may claim to be larger than its image, stay within {@code maxBytes} each.
     *
     * @throws IOException when the header cannot be read
     */
    public static boolean allows(ImageReader reader, long maxBytes) throws IOException {
        long bits = bitsPerPixel(reader);
        long image = (long) reader.getWidth(0) * reader.getHeight(0);
        long tile = (long) reader.getTileWidth(0) * reader.getTileHeight(0);
        return within(image, bits, maxBytes) && within(tile, bits, maxBytes);
    }

    private static boolean within(long pixels, long bits, long maxBytes) {
        return pixels <= 8 * maxBytes / Math.max(1, bits);
    }

    private static long bitsPerPixel(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (types == null || !types.hasNext()) {
            return BITS_UNKNOWN;
        }
        SampleModel samples = types.next().getSampleModel();
        long bits = 0;
        for (int band = 0; band < samples.getNumBands(); band++) {
            bits += samples.getSampleSize(band);
        }
        return bits;
    }
}
