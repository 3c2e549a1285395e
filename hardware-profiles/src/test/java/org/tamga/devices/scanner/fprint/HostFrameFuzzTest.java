package org.tamga.devices.scanner.fprint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.scanner.FingerSpec;

@DisplayName("What a driver process may say")
class HostFrameFuzzTest {
    private static final int INPUTS = 100_000;
    private static final FingerSpec SPEC =
            new FingerSpec(40, 36, 8, 500, false, true, true, true, 0);

    private final Random random = new Random(20261122);
    private final ReaderImage image = new ReaderImage(SPEC);

    @Test
    void bytes_of_any_kind_are_a_message_that_fits_or_refused() throws IOException {
        int messages = 0;
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] stream = stream();
            FrameReader reader = new FrameReader(new ByteArrayInputStream(stream), 512);
            try {
                Optional<HostFrame> frame = reader.poll();
                while (frame.isPresent()) {
                    messages++;
                    assertTrue(frame.get().payload().length <= 512);
                    read(frame.get());
                    frame = reader.poll();
                }
            } catch (IOException e) {
                refused++;
            }
        }
        assertTrue(messages > INPUTS / 10 && refused > INPUTS / 10, messages + ", " + refused);
    }

    /** A message, whole or with a few bytes changed, cut off or followed by others. */
    private byte[] stream() {
        HostFrame.Type type =
                HostFrame.Type.values()[random.nextInt(HostFrame.Type.values().length)];
        byte[] payload = new byte[random.nextInt(64)];
        random.nextBytes(payload);
        if (random.nextBoolean()) {
            byte[] text =
                    "fp-device-error-quark\n25x\nno\n-1\ntrue\t"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, payload, 0, Math.min(text.length, payload.length));
        }
        ByteBuffer bytes = ByteBuffer.allocate(HostFrame.HEADER_BYTES + payload.length);
        bytes.put(HostFrame.header(type, random.nextInt(3), payload.length)).put(payload);
        byte[] stream = bytes.array();
        for (int change = random.nextInt(3); change > 0; change--) {
            stream[random.nextInt(stream.length)] = (byte) random.nextInt();
        }
        return java.util.Arrays.copyOf(stream, stream.length - random.nextInt(3));
    }

    private void read(HostFrame frame) throws IOException {
        switch (frame.type()) {
            case CAPTURE -> CaptureOrder.parse(frame.text());
            case DEVICES -> KnownReader.parse(frame.text());
            case FAILED -> LibraryError.parse(frame.text()).detail();
            case WRONG_SIZE -> image.wrongSize(frame.size());
            case IMAGE -> image.of(frame);
            default -> frame.text();
        }
    }

    @Test
    void an_image_of_any_size_is_one_of_the_profiles_or_refused() throws IOException {
        int images = 0;
        for (int i = 0; i < INPUTS; i++) {
            int width = random.nextInt(8) == 0 ? random.nextInt() : 40;
            int height = random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(45);
            int levels = random.nextInt(8) == 0 ? random.nextInt(2_000) : 40 * height;
            byte[] payload = new byte[8 + Math.clamp(levels, 0, 2_000)];
            random.nextBytes(payload);
            ByteBuffer.wrap(payload).putInt(width).putInt(height);
            FingerCapture capture = image.of(new HostFrame(HostFrame.Type.IMAGE, 1, payload));
            if (capture instanceof FingerCapture.Captured(var finger)) {
                images++;
                assertEquals(40, finger.width());
                assertTrue(finger.height() <= 36);
                finger.close();
            }
        }
        assertTrue(images > INPUTS / 4, "images " + images);
    }

    @Test
    void an_image_is_turned_upright_and_dark_on_light_as_the_profile_says() throws IOException {
        byte[] payload = new byte[8 + 40 * 2];
        for (int i = 0; i < 80; i++) {
            payload[8 + i] = (byte) (3 * i);
        }
        ByteBuffer.wrap(payload).putInt(40).putInt(2);
        var captured =
                (FingerCapture.Captured) image.of(new HostFrame(HostFrame.Type.IMAGE, 1, payload));
        byte[] turned = new byte[80];
        for (int i = 0; i < 80; i++) {
            turned[i] = (byte) (255 - 3 * (79 - i));
        }
        assertArrayEquals(turned, captured.image().copyOfPixels());
        captured.image().close();
    }
}
