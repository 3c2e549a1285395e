package org.tamga.matcher.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A portrait file")
class FaceImageFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "tiff"})
    @DisplayName("keeps its colours")
    void colours(String format) throws IOException {
        FaceImage image = read(encode(plain(new Color(200, 100, 50)), format));
        assertEquals(40, image.width());
        assertEquals(30, image.height());
        assertEquals(50, image.at(20, 15, 0), 4);
        assertEquals(100, image.at(20, 15, 1), 4);
        assertEquals(200, image.at(20, 15, 2), 4);
    }

    @Test
    @DisplayName("in grey keeps its values as they are")
    void gray() throws IOException {
        BufferedImage gray = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(3, 4, 0, 77);
        assertEquals(77, read(encode(gray, "png")).luma(3, 4));
        byte[] pgm = pnm("P5 # note\n20 20\n255\n", 400, 77);
        assertEquals(77, read(pgm).luma(3, 4));
        assertEquals(77, read(pnm("P6\n20 20\n255\n", 1200, 77)).luma(3, 4));
    }

    @Test
    @DisplayName("that is transparent is white there")
    void transparent() throws IOException {
        BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        assertEquals(255, read(encode(clear, "png")).luma(3, 4));
    }

    @Test
    @DisplayName("that is none is refused with a code")
    void refused(@TempDir Path folder) throws IOException {
        byte[] png = encode(plain(Color.RED), "png");
        assertEquals("IM-01", code(FaceImageFiles.read(folder.resolve("none.png"))));
        assertEquals("IM-01", code(FaceImageFiles.read(folder)));
        assertEquals("IM-02", code(FaceImageFiles.read(new byte[0], "x")));
        assertEquals("IM-03", code(FaceImageFiles.read(new byte[] {9, 8, 7, 6}, "x")));
        assertEquals("IM-06", code(FaceImageFiles.read(Arrays.copyOf(png, 60), "x")));
        assertEquals("IM-06", code(FaceImageFiles.read(pnm("P5 20 20 255 ", 399, 1), "x")));
        assertEquals("IM-06", code(FaceImageFiles.read(pnm("P5 20 20 65535 ", 900, 1), "x")));
        assertEquals("IM-05", code(FaceImageFiles.read(pnm("P5 9 99 255 ", 900, 1), "x")));
        assertEquals("IM-04", code(FaceImageFiles.read(pnm("P5 99999 99999 255 ", 9, 1), "x")));
        assertEquals("IM-06", code(FaceImageFiles.read(pnm("P5 99999999999 9 255 ", 9, 1), "x")));
    }

    @Test
    @DisplayName("that claims 20,000 × 20,000 pixels is refused from its header")
    void huge() throws IOException {
        byte[] png = encode(plain(Color.RED), "png");
        for (int i = 16; i < 24; i += 4) {
            png[i + 2] = (byte) (20_000 >> 8);
            png[i + 3] = (byte) 20_000;
        }
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (crc.getValue() >> (24 - 8 * i));
        }
        assertEquals("IM-04", code(FaceImageFiles.read(png, "x")));
    }

    @Test
    @DisplayName("with any bytes changed is read or refused, never more")
    void fuzz() throws IOException {
        Random random = new Random(3);
        for (String format : new String[] {"png", "jpg", "bmp", "tiff"}) {
            byte[] good = encode(plain(Color.GREEN), format);
            for (int round = 0; round < 300; round++) {
                byte[] bad = good.clone();
                for (int i = 0; i < 1 + round % 4; i++) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt();
                }
                FaceImageFiles.read(bad, "x");
            }
        }
    }

    private static FaceImage read(byte[] bytes) {
        return assertInstanceOf(FaceImageReading.Read.class, FaceImageFiles.read(bytes, "x"))
                .image();
    }

    private static String code(FaceImageReading reading) {
        return assertInstanceOf(FaceImageReading.Unreadable.class, reading).fault().code();
    }

    private static BufferedImage plain(Color colour) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1200; i++) {
            image.setRGB(i % 40, i / 40, colour.getRGB());
        }
        return image;
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] pnm(String header, int values, int value) {
        byte[] head = header.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + values);
        Arrays.fill(all, head.length, all.length, (byte) value);
        return all;
    }
}
