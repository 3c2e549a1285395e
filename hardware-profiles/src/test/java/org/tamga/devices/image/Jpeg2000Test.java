package org.tamga.devices.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tamga.devices.image.Jpeg2000.Decoded;
import org.tamga.devices.image.Jpeg2000.Refused;

class Jpeg2000Test {
    private static final int FUZZED = 120_000;

    @Test
    void colours_come_back_as_they_went_in() {
        BufferedImage picture = picture(BufferedImage.TYPE_3BYTE_BGR, 97, 131);
        Decoded decoded =
                assertInstanceOf(Decoded.class, Jpeg2000.decode(Jpeg2000.encode(picture), 4_000));
        assertSame(picture, decoded.image());
    }

    @Test
    void grey_comes_back_as_it_went_in() {
        BufferedImage picture = picture(BufferedImage.TYPE_BYTE_GRAY, 64, 80);
        Decoded decoded =
                assertInstanceOf(Decoded.class, Jpeg2000.decode(Jpeg2000.encode(picture), 4_000));
        assertSame(picture, decoded.image());
    }

    @Test
    void a_file_can_be_made_as_small_as_wanted() {
        BufferedImage picture = picture(BufferedImage.TYPE_3BYTE_BGR, 480, 640);
        byte[] file = Jpeg2000.encode(picture, 0.5);
        assertTrue(file.length < 480 * 640 / 16 + 1_000, "size " + file.length);
        assertInstanceOf(Decoded.class, Jpeg2000.decode(file, 4_000));
    }

    @Test
    void a_bare_code_stream_is_read_too() {
        byte[] file = Jpeg2000.encode(picture(BufferedImage.TYPE_BYTE_GRAY, 64, 80));
        byte[] stream = Arrays.copyOfRange(file, codeStream(file), file.length);
        assertInstanceOf(Decoded.class, Jpeg2000.decode(stream, 4_000));
    }

    @Test
    void a_picture_larger_than_allowed_is_refused_before_decoding() {
        byte[] file = Jpeg2000.encode(picture(BufferedImage.TYPE_BYTE_GRAY, 64, 80));
        assertEquals(new Refused("the picture is too large"), Jpeg2000.decode(file, 79));
        byte[] lying = file.clone();
        Arrays.fill(lying, codeStream(file) + 8, codeStream(file) + 12, (byte) 0x7F);
        assertEquals(new Refused("the picture is too large"), Jpeg2000.decode(lying, 4_000));
    }

    @Test
    void many_tiny_tiles_or_code_blocks_are_refused() {
        byte[] file = Jpeg2000.encode(picture(BufferedImage.TYPE_BYTE_GRAY, 640, 480));
        byte[] tiles = file.clone();
        int siz = codeStream(file) + 4;
        Arrays.fill(tiles, siz + 20, siz + 28, (byte) 0);
        tiles[siz + 23] = 1;
        tiles[siz + 27] = 1;
        assertEquals(new Refused("too many tiles"), Jpeg2000.decode(tiles, 4_000));
        int cod = siz;
        while (file[cod] != (byte) 0xFF || file[cod + 1] != 0x52) {
            cod++;
        }
        byte[] blocks = file.clone();
        blocks[cod + 10] = 0;
        assertEquals(new Refused("code blocks too small"), Jpeg2000.decode(blocks, 4_000));
    }

    @Test
    void whatever_arrives_the_header_check_answers_without_throwing() {
        byte[] file = Jpeg2000.encode(picture(BufferedImage.TYPE_BYTE_GRAY, 32, 32));
        Random random = new Random(4);
        int refused = 0;
        for (int n = 0; n < FUZZED; n++) {
            byte[] bytes = n % 4 == 0 ? new byte[random.nextInt(200)] : file.clone();
            if (n % 4 == 0) {
                random.nextBytes(bytes);
            } else {
                for (int k = random.nextInt(1, 6); k > 0; k--) {
                    bytes[random.nextInt(Math.min(220, bytes.length))] = (byte) random.nextInt();
                }
                bytes = Arrays.copyOf(bytes, random.nextInt(1, bytes.length + 1));
            }
            refused += Jpeg2000Header.refusal(bytes, 4_000).isPresent() ? 1 : 0;
        }
        assertTrue(refused > FUZZED / 2, "refused only " + refused);
    }

    @Test
    void whatever_passes_the_header_check_is_decoded_or_refused() {
        byte[] file = Jpeg2000.encode(picture(BufferedImage.TYPE_BYTE_GRAY, 48, 48));
        Random random = new Random(5);
        for (int n = 0; n < 300; n++) {
            byte[] bytes = file.clone();
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            switch (Jpeg2000.decode(bytes, 4_000)) {
                case Decoded(BufferedImage image) -> assertTrue(image.getWidth() <= 4_000);
                case Refused(String reason) -> assertTrue(!reason.isEmpty());
            }
        }
    }

    private static int codeStream(byte[] file) {
        int at = 0;
        while (file[at] != (byte) 0xFF || file[at + 1] != 0x4F) {
            at++;
        }
        return at;
    }

    private static BufferedImage picture(int type, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < picture.getRaster().getNumBands(); band++) {
                    picture.getRaster().setSample(x, y, band, (x * 3 + y * 5 + band * 40) & 0xFF);
                }
            }
        }
        return picture;
    }

    private static void assertSame(BufferedImage expected, BufferedImage actual) {
        int[] wanted =
                expected.getRaster()
                        .getPixels(0, 0, expected.getWidth(), expected.getHeight(), (int[]) null);
        int[] got =
                actual.getRaster()
                        .getPixels(0, 0, actual.getWidth(), actual.getHeight(), (int[]) null);
        org.junit.jupiter.api.Assertions.assertArrayEquals(wanted, got);
    }
}
