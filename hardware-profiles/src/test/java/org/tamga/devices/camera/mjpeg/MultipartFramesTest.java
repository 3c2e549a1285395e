package org.tamga.devices.camera.mjpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

@DisplayName("A stream of JPEG pictures")
class MultipartFramesTest {
    private static final int MOST = 5_000;
    private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, '\n', '-', '-', 9, '\r', '\n'};

    private static MultipartFrames frames(byte[] stream, String boundary) {
        return new MultipartFrames(new ByteArrayInputStream(stream), boundary, MOST);
    }

    private static byte[] stream(String delimiter, String end, boolean lengthTold)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) {
            String length = lengthTold ? "content-LENGTH:  " + PICTURE.length + end : "";
            String head = delimiter + end + "Content-Type: image/jpeg" + end + length + end;
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(PICTURE);
            out.write(end.getBytes(StandardCharsets.US_ASCII));
        }
        out.write((delimiter + end).getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @ParameterizedTest(
            name = "boundary {0} announced as {1}, length told: {2}, bare line feeds: {3}")
    @CsvSource({
        "--frame, frame, true, false",
        "--frame, --frame, true, false",
        "----frame, --frame, true, true",
        "--frame, frame, true, true",
        "--frame, frame, false, false",
        "--frame, --frame, false, true"
    })
    void comes_in_the_ways_of_many_makers(
            String delimiter, String announced, boolean lengthTold, boolean bare)
            throws IOException {
        MultipartFrames frames =
                frames(stream(delimiter, bare ? "\n" : "\r\n", lengthTold), announced);
        for (int i = 0; i < 3; i++) {
            byte[] part = frames.next();
            assertArrayEquals(PICTURE, Arrays.copyOf(part, PICTURE.length));
            assertTrue(part.length <= PICTURE.length + 4);
        }
    }

    @Test
    void without_an_end_is_given_up_at_the_profiles_limit() {
        byte[] endless = new byte[10 * MOST];
        byte[] head = "--b\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, endless, 0, head.length);
        LinkException e = assertThrows(LinkException.class, () -> frames(endless, "b").next());
        assertEquals(DeviceFault.PROTOCOL_ERROR, e.fault());
        LinkException none =
                assertThrows(LinkException.class, () -> frames(endless, "other").next());
        assertEquals(DeviceFault.PROTOCOL_ERROR, none.fault());
    }

    @Test
    void of_any_bytes_ends_in_pictures_or_a_fault_and_never_grows_beyond_the_limit()
            throws IOException {
        Random random = new Random(20_261_122);
        byte[] good = stream("--frame", "\r\n", true);
        byte[] open = stream("--frame", "\n", false);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = mutated(random, i % 2 == 0 ? good : open);
            MultipartFrames frames = frames(bytes, "frame");
            int parts = 0;
            try {
                while (parts < 100) {
                    assertTrue(frames.next().length <= MOST + 9);
                    parts++;
                }
            } catch (LinkException e) {
                assertTrue(
                        e.fault() == DeviceFault.PROTOCOL_ERROR
                                || e.fault() == DeviceFault.UNPLUGGED);
            }
        }
    }

    static byte[] mutated(Random random, byte[] good) {
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = Arrays.copyOf(good, good.length - random.nextInt(good.length / 2));
        for (int n = random.nextInt(6); n >= 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    @Test
    void has_pictures_whose_size_is_known_before_they_are_decoded() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(123, 45, type), "jpeg", out);
            byte[] jpeg = out.toByteArray();
            assertEquals(Optional.of(new JpegHeader(123, 45)), JpegHeader.of(jpeg));
            byte[] padded = Arrays.copyOf(jpeg, jpeg.length + 100);
            assertEquals(Optional.of(new JpegHeader(123, 45)), JpegHeader.of(padded));
            assertEquals(Optional.empty(), JpegHeader.of(Arrays.copyOf(jpeg, jpeg.length / 2)));
        }
    }

    @Test
    void has_headers_that_are_read_or_refused_whatever_they_hold() throws IOException {
        Random random = new Random(7);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), "jpeg", out);
        byte[] good = out.toByteArray();
        int whole = 0;
        for (int i = 0; i < 200_000; i++) {
            Optional<JpegHeader> header = JpegHeader.of(mutated(random, good));
            whole += header.isPresent() ? 1 : 0;
            header.ifPresent(h -> assertTrue(h.width() > 0 && h.height() > 0));
        }
        assertTrue(whole > 100, "mutations must leave some whole");
    }
}
