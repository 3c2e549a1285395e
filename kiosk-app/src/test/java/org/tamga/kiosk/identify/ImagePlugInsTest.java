package org.tamga.kiosk.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.ImageFiles;
import org.tamga.matcher.ImageReading;
import org.tamga.matcher.face.FaceImageFiles;
import org.tamga.matcher.face.FaceImageReading;

/**
 * The product's class path has more image plug-ins than the matcher's own: those that come with the
 * reader of chips' JPEG 2000 portraits.
 */
@DisplayName("Image plug-ins on the class path of the product")
class ImagePlugInsTest {
    private static final IIORegistry REGISTRY = IIORegistry.getDefaultInstance();

    @ParameterizedTest
    @CsvSource({"tif,48", "bmp,24"})
    @DisplayName("do not change what the matcher says of a file, whole or cut off")
    void sameAnswerWhicheverComesFirst(String format, int pieces) throws IOException {
        byte[] whole = encoded(format);
        List<ImageReaderSpi> jdk = readers(format, true);
        List<ImageReaderSpi> others = readers(format, false);
        assertFalse(others.isEmpty(), "no other plug-in: nothing to test");
        List<String> jdkFirst = answers(whole, pieces, jdk, others);
        List<String> othersFirst = answers(whole, pieces, others, jdk);
        assertEquals(jdkFirst, othersFirst);
        assertEquals("image", jdkFirst.getLast());
        assertEquals("IM-06", jdkFirst.get(pieces));
    }

    /** Answers to the file cut off after one piece, two and so on, as a finger and as a face. */
    private static List<String> answers(
            byte[] whole, int pieces, List<ImageReaderSpi> first, List<ImageReaderSpi> second) {
        order(first, second);
        try {
            List<String> answers = new ArrayList<>();
            for (int piece = 1; piece <= pieces; piece++) {
                byte[] cut = Arrays.copyOf(whole, whole.length * piece / pieces);
                answers.add(face(cut));
                answers.add(finger(cut));
            }
            return answers;
        } finally {
            first.forEach(a -> second.forEach(b -> unset(a, b)));
        }
    }

    private static void order(List<ImageReaderSpi> first, List<ImageReaderSpi> second) {
        first.forEach(a -> second.forEach(b -> REGISTRY.setOrdering(ImageReaderSpi.class, a, b)));
    }

    private static void unset(ImageReaderSpi first, ImageReaderSpi second) {
        REGISTRY.unsetOrdering(ImageReaderSpi.class, first, second);
    }

    private static String finger(byte[] file) {
        return switch (ImageFiles.read(file, 500)) {
            case ImageReading.Unreadable unreadable -> unreadable.code();
            case ImageReading.Read(GrayImage image) -> {
                image.close();
                yield "image";
            }
        };
    }

    private static String face(byte[] file) {
        return switch (FaceImageFiles.read(file, "face")) {
            case FaceImageReading.Unreadable unreadable -> unreadable.fault().code();
            case FaceImageReading.Read(var image) -> {
                image.close();
                yield "image";
            }
        };
    }

    private static List<ImageReaderSpi> readers(String format, boolean ofTheJdk) {
        List<ImageReaderSpi> found = new ArrayList<>();
        REGISTRY.getServiceProviders(ImageReaderSpi.class, false)
                .forEachRemaining(
                        spi -> {
                            if (Arrays.asList(spi.getFormatNames()).contains(format)
                                    && isOfTheJdk(spi) == ofTheJdk) {
                                found.add(spi);
                            }
                        });
        return found;
    }

    private static boolean isOfTheJdk(Object plugIn) {
        return plugIn.getClass().getModule() == ImageIO.class.getModule();
    }

    /** Some grey picture, written by the JDK. */
    private static byte[] encoded(String format) throws IOException {
        BufferedImage image = new BufferedImage(200, 240, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 200 * 240; i++) {
            image.getRaster().setSample(i % 200, i / 200, 0, i * 31 % 256);
        }
        var spis = REGISTRY.getServiceProviders(ImageWriterSpi.class, false);
        while (spis.hasNext()) {
            ImageWriterSpi spi = spis.next();
            if (isOfTheJdk(spi) && Arrays.asList(spi.getFormatNames()).contains(format)) {
                return written(spi.createWriterInstance(), image);
            }
        }
        throw new IOException("the JDK does not write " + format);
    }

    private static byte[] written(ImageWriter writer, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
