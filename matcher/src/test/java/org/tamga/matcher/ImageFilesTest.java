package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
    private static final GrayImage FINGER = new DrawnFinger(1).impression(0);

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif", "bmp"})
    void losslessFormatsGiveBackEveryPixel(String format) {
        GrayImage read = read(encoded(DrawnFinger.buffered(FINGER), format));
        assertArrayEquals(FINGER.pixels(), read.pixels());
        assertEquals(500, read.dpi());
    }

    @ParameterizedTest
    @CsvSource({"png,1,16", "tif,1,16", "png,2,8", "tif,2,8", "png,2,16", "tif,2,16"})
    void greyIsTheSameOfWhateverDepthAndWithTransparency(String format, int bands, int bits) {
        BufferedImage image = grey(bands, bits);
        assertArrayEquals(FINGER.pixels(), read(encoded(image, format)).pixels());
    }

    @ParameterizedTest
    @CsvSource({"png,8", "png,16", "tif,8", "tif,16"})
    void transparentGreyIsSeenOverWhite(String format, int bits) {
        BufferedImage image = grey(2, bits);
        int most = (1 << bits) - 1;
        image.getRaster().setPixel(3, 4, new int[] {0, 0});
        image.getRaster().setPixel(3, 5, new int[] {0, most * 51 / 255});
        GrayImage read = read(encoded(image, format));
        assertEquals(255, read.at(3, 4));
        assertEquals(204, read.at(3, 5));
    }

    /** The drawn finger in one band of grey or with a second, opaque one. */
    private static BufferedImage grey(int bands, int bits) {
        ColorModel model =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_GRAY),
                        bands == 2,
                        false,
                        bands == 2 ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                        bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
        WritableRaster raster =
                model.createCompatibleWritableRaster(FINGER.width(), FINGER.height());
        int most = (1 << bits) - 1;
        for (int y = 0; y < FINGER.height(); y++) {
            for (int x = 0; x < FINGER.width(); x++) {
                int[] pixel = {FINGER.at(x, y) * most / 255, most};
                raster.setPixel(x, y, Arrays.copyOf(pixel, bands));
            }
        }
        return new BufferedImage(model, raster, false, null);
    }

    @Test
    void jpegComesCloseToEveryPixel() {
        GrayImage read = read(encoded(DrawnFinger.buffered(FINGER), "jpg"));
        double error = 0;
        for (int i = 0; i < read.pixels().length; i++) {
            error += Math.abs((read.pixels()[i] & 0xff) - (FINGER.pixels()[i] & 0xff));
        }
        assertTrue(error / read.pixels().length < 12, "mean error " + error);
    }

    @Test
    void aColourImageIsReadByItsLuminance() {
        BufferedImage colour = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        colour.setRGB(3, 4, 0x00ff00);
        assertEquals(149, read(encoded(colour, "png")).at(3, 4));
    }

    @Test
    void noBytesAreEmpty() {
        assertEquals("IM-02", code(new byte[0]));
    }

    @Test
    void textIsNoImage() {
        assertEquals(
                "IM-03",
                code(
                        "not an image, only some words"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void oneByOneIsTooSmall() {
        assertEquals(
                "IM-05",
                code(encoded(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "png")));
    }

    @Test
    void aHeaderThatClaimsAGiantImageIsRefusedBeforeDecoding() {
        byte[] png = encoded(DrawnFinger.buffered(FINGER), "png");
        ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 20_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        assertEquals("IM-04", code(png));
    }

    @Test
    void aGiantWsqHeaderIsRefusedBeforeDecoding() {
        byte[] wsq = new byte[64];
        ByteBuffer.wrap(wsq)
                .putShort((short) 0xffa0)
                .putShort((short) 0xffa2)
                .putShort((short) 17)
                .put((byte) 0)
                .put((byte) 255)
                .putShort((short) 20_000)
                .putShort((short) 20_000);
        assertEquals("IM-04", code(wsq));
    }

    @Test
    void aWsqFileWithoutContentIsDamaged() {
        byte[] wsq = new byte[64];
        ByteBuffer.wrap(wsq)
                .putShort((short) 0xffa0)
                .putShort((short) 0xffa2)
                .putShort((short) 17)
                .put((byte) 0)
                .put((byte) 255)
                .putShort((short) 300)
                .putShort((short) 300);
        assertEquals("IM-06", code(wsq));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif", "bmp", "jpg"})
    void atWhateverByteAFileIsCutOffNothingIsThrown(String format) {
        byte[] whole = encoded(DrawnFinger.buffered(FINGER), format);
        for (int cut = 1; cut < 24; cut++) {
            ImageFiles.read(Arrays.copyOf(whole, whole.length * cut / 24), 500);
        }
        assertInstanceOf(
                ImageReading.Unreadable.class, ImageFiles.read(Arrays.copyOf(whole, 40), 500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif", "bmp", "jpg"})
    void flippedBytesAreReadOrRefusedButNeverThrown(String format) {
        byte[] whole = encoded(new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY), format);
        Random random = new Random(5);
        for (int round = 0; round < 1500; round++) {
            byte[] damaged = whole.clone();
            for (int flips = 0; flips < 3; flips++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertNotNull(ImageFiles.read(damaged, 500));
        }
    }

    @Property(tries = 2000)
    void noBytesWhateverAreThrownAt(@ForAll byte[] bytes) {
        assertInstanceOf(ImageReading.Unreadable.class, ImageFiles.read(bytes, 500));
    }

    @Property(tries = 2000)
    void noWsqContentWhateverIsThrownAt(@ForAll byte[] bytes) {
        byte[] wsq = new byte[bytes.length + 2];
        wsq[0] = (byte) 0xff;
        wsq[1] = (byte) 0xa0;
        System.arraycopy(bytes, 0, wsq, 2, bytes.length);
        assertInstanceOf(ImageReading.Unreadable.class, ImageFiles.read(wsq, 500));
    }

    @Test
    void aResolutionThatCannotBeIsRefused() {
        byte[] png = encoded(DrawnFinger.buffered(FINGER), "png");
        assertInstanceOf(ImageReading.Unreadable.class, ImageFiles.read(png, 20));
        assertInstanceOf(ImageReading.Unreadable.class, ImageFiles.read(png, Double.NaN));
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("1_1.png");
        assertEquals(
                "IM-01",
                assertInstanceOf(ImageReading.Unreadable.class, ImageFiles.read(file, 500)).code());
        Files.write(file, encoded(DrawnFinger.buffered(FINGER), "png"));
        assertInstanceOf(ImageReading.Read.class, ImageFiles.read(file, 500));
    }

    private static GrayImage read(byte[] bytes) {
        return assertInstanceOf(ImageReading.Read.class, ImageFiles.read(bytes, 500)).image();
    }

    private static String code(byte[] bytes) {
        return assertInstanceOf(ImageReading.Unreadable.class, ImageFiles.read(bytes, 500)).code();
    }

    private static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertTrue(ImageIO.write(image, format, out));
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
