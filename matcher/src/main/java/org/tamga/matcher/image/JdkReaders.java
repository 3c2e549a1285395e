package org.tamga.matcher.image;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The JDK's own plug-ins for PNG, TIFF, BMP and JPEG. Others that happen to be on the class path
 * are passed over: they judge damaged files differently, their bounds were not tested, and which of
 * several comes first changes from run to run.
 */
public final class JdkReaders {
    private static final List<String> FORMATS = List.of("png", "tif", "bmp", "jpeg");

    private JdkReaders() {}

    /** A reader without input, to be disposed of; empty when the content is of no such format. */
    public static Optional<ImageReader> of(ImageInputStream in) {
        return FORMATS.stream().flatMap(format -> of(format, in).stream()).findFirst();
    }

    private static Optional<ImageReader> of(String format, ImageInputStream in) {
        for (Iterator<ImageReader> it = ImageIO.getImageReadersByFormatName(format);
                it.hasNext(); ) {
            ImageReader reader = it.next();
            if (isOfTheJdk(reader) && canDecode(reader, in)) {
                return Optional.of(reader);
            }
            reader.dispose();
        }
        return Optional.empty();
    }

    private static boolean isOfTheJdk(ImageReader reader) {
        return reader.getOriginatingProvider().getClass().getModule() == ImageIO.class.getModule();
    }

    private static boolean canDecode(ImageReader reader, ImageInputStream in) {
        try {
            return reader.getOriginatingProvider().canDecodeInput(in);
        } catch (IOException e) {
            // Too short for this format's signature: not this format.
            return false;
        }
    }
}
