package org.tamga.matcher.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;

/**
 * Which kinds of TIFF are read, told from the directory as the plug-in understood it. Two things
 * that TIFF allows cost memory without bound: samples of any number of bits, which the plug-in
 * converts through a table of 2^bits entries, and whole JPEG files inside, whose size is their own.
 */
public final class TiffKind {
    private static final Set<Integer> SAMPLE_BITS = Set.of(1, 2, 4, 8, 16);
    private static final Set<Integer> JPEG_INSIDE =
            Set.of(BaselineTIFFTagSet.COMPRESSION_OLD_JPEG, BaselineTIFFTagSet.COMPRESSION_JPEG);

    private TiffKind() {}

    /**
     * Whether every sample has 1, 2, 4, 8 or 16 bits and none is compressed as JPEG; other formats
     * than TIFF always are read.
     *
     * @throws IOException when the directory cannot be read
     */
    public static boolean isRead(ImageReader reader) throws IOException {
        if (!reader.getFormatName().equalsIgnoreCase("tif")) {
            return true;
        }
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(reader.getImageMetadata(0));
        return allOf(directory, BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, SAMPLE_BITS::contains)
                && allOf(
                        directory,
                        BaselineTIFFTagSet.TAG_COMPRESSION,
                        compression -> !JPEG_INSIDE.contains(compression));
    }

    /** Whether all values of a tag are sound; a tag that is missing has a sound default. */
    private static boolean allOf(TIFFDirectory directory, int tag, IntPredicate sound) {
        TIFFField field = directory.getTIFFField(tag);
        return field == null || Arrays.stream(field.getAsInts()).allMatch(sound);
    }
}
