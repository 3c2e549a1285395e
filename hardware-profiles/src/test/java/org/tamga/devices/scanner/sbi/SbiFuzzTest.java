package org.tamga.devices.scanner.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.FingerRecords;
import org.tamga.devices.simulator.SbiService;

@DisplayName("What a scanner service sends")
class SbiFuzzTest {
    private static final FingerSpec SMALL = new FingerSpec(64, 64, 8, 500, null, null, null, 30);
    private static final SbiDevice DEVICE =
            new SbiDevice(4501, "SBIINFO", "1.0", "SIMULATED00001", "", 0, "Developer");

    @TempDir Path folder;

    private static FingerImage finger() {
        byte[] gray = new byte[40 * 50];
        new Random(3).nextBytes(gray);
        return new FingerImage(40, 50, 500, gray);
    }

    private static byte[] mutated(Random random, byte[] good) {
        byte[] bytes =
                random.nextInt(5) == 0
                        ? Arrays.copyOf(good, random.nextInt(good.length))
                        : good.clone();
        for (int n = random.nextInt(4); n >= 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(Math.min(bytes.length, 400))] = (byte) random.nextInt();
        }
        return bytes;
    }

    @Test
    void is_read_in_both_kinds_of_compression_and_both_editions() throws LinkException {
        try (FingerImage finger = finger()) {
            FingerRecord reader = new FingerRecord(SMALL);
            for (byte[] record :
                    new byte[][] {
                        FingerRecords.uncompressed(finger),
                        FingerRecords.jpeg2000(finger),
                        edition2005(finger)
                    }) {
                try (FingerImage image = reader.image(record)) {
                    assertArrayEquals(finger.copyOfPixels(), image.copyOfPixels());
                    assertEquals(500, image.dpi(), 1);
                }
            }
        }
    }

    private static byte[] edition2005(FingerImage finger) {
        int size = finger.width() * finger.height();
        ByteBuffer out = ByteBuffer.allocate(32 + 14 + size);
        out.putInt(0x46495200).putInt(0x30313000).putShort((short) 0).putInt(46 + size);
        out.putInt(0).put((byte) 1).put((byte) 2);
        out.putShort((short) 197).putShort((short) 197);
        out.putShort((short) 197).putShort((short) 197);
        out.put((byte) 8).put((byte) 0).putShort((short) 0);
        out.putInt(14 + size).put(new byte[] {2, 1, 1, 80, 0});
        out.putShort((short) finger.width()).putShort((short) finger.height()).put((byte) 0);
        return out.put(finger.copyOfPixels()).array();
    }

    @Test
    void is_refused_as_wsq_and_as_a_size_beyond_the_profile() {
        try (FingerImage finger = finger()) {
            byte[] wsq = FingerRecords.uncompressed(finger);
            wsq[16 + 31] = 2;
            LinkException e =
                    assertThrows(LinkException.class, () -> new FingerRecord(SMALL).image(wsq));
            assertTrue(e.detail().contains("WSQ"), e.detail());
            FingerSpec smaller = new FingerSpec(39, 50, 8, 500, null, null, null, 30);
            byte[] good = FingerRecords.uncompressed(finger);
            assertThrows(LinkException.class, () -> new FingerRecord(smaller).image(good));
        }
    }

    @Test
    void as_an_image_record_ends_in_an_image_or_a_protocol_error() {
        Random random = new Random(1);
        int read = 0;
        try (FingerImage finger = finger()) {
            byte[][] good = {FingerRecords.uncompressed(finger), edition2005(finger)};
            FingerRecord reader = new FingerRecord(SMALL);
            for (int i = 0; i < 200_000; i++) {
                try (FingerImage image = reader.image(mutated(random, good[i % 2]))) {
                    assertTrue(image.width() <= 64 && image.height() <= 64);
                    read++;
                } catch (LinkException e) {
                    assertEquals(DeviceFault.PROTOCOL_ERROR, e.fault());
                }
            }
        }
        assertTrue(read > 100, "mutations must leave some whole");
    }

    @Test
    void as_json_ends_in_bytes_or_a_fault() throws LinkException {
        SbiJson json = new SbiJson(10_000);
        SbiCapture capture = new SbiCapture(json, new DeviceTrust(java.util.Set.of()), DEVICE);
        byte[] good =
                """
                {"bioType":"Finger","purpose":"Registration","timestamp":"%s","bioValue":"AAAA","transactionId":"%s","x":[1,{"y":null}]}"""
                        .formatted(Instant.now(), capture.transactionId())
                        .getBytes(StandardCharsets.UTF_8);
        assertEquals(3, capture.record(json.read(good), Instant.now()).length);
        Random random = new Random(2);
        for (int i = 0; i < 150_000; i++) {
            try {
                byte[] bytes = mutated(random, good);
                assertTrue(capture.record(json.read(bytes), Instant.now()).length < 10_000);
                SbiErrors.check(json.read(bytes));
            } catch (LinkException e) {
                assertTrue(
                        e.fault() == DeviceFault.PROTOCOL_ERROR
                                || e.fault() == DeviceFault.CLOCK_SKEWED,
                        e.fault().name());
            }
        }
    }

    @Test
    void as_a_signed_block_is_believed_only_unaltered() throws IOException {
        try (SbiService service = new SbiService(folder, Optional::empty)) {
            DeviceTrust trust = DeviceTrust.of(Path.of(service.at().substring(5)));
            String block = signedBlock(service);
            String said = new String(trust.verified(block), StandardCharsets.UTF_8);
            assertTrue(said.contains("SIMULATED00001"), said);
            byte[] good = block.getBytes(StandardCharsets.US_ASCII);
            Random random = new Random(4);
            for (int i = 0; i < 3_000; i++) {
                byte[] bytes = good.clone();
                int at = random.nextInt(bytes.length - 1);
                bytes[at] = (byte) (33 + random.nextInt(90));
                boolean same = decoded(bytes).equals(decoded(good));
                if (!same) {
                    LinkException e =
                            assertThrows(
                                    LinkException.class,
                                    () ->
                                            trust.verified(
                                                    new String(bytes, StandardCharsets.US_ASCII)));
                    assertTrue(
                            e.fault() == DeviceFault.NOT_GENUINE
                                    || e.fault() == DeviceFault.PROTOCOL_ERROR);
                }
            }
        }
    }

    /** The unused bits of a base64url text's last character may differ without a difference. */
    private static String decoded(byte[] block) {
        StringBuilder parts = new StringBuilder();
        for (String part : new String(block, StandardCharsets.US_ASCII).split("\\.", -1)) {
            try {
                parts.append(Arrays.toString(Base64.getUrlDecoder().decode(part))).append('.');
            } catch (IllegalArgumentException e) {
                parts.append(part).append('.');
            }
        }
        return parts.toString();
    }

    private static String signedBlock(SbiService service) throws IOException {
        SbiJson json = new SbiJson(100_000);
        try (SbiHttp http = new SbiHttp(100_000)) {
            byte[] answer =
                    http.ask(
                            Integer.parseInt(service.at().substring(0, 4)),
                            "SBIINFO",
                            "/info",
                            "{}".getBytes(StandardCharsets.US_ASCII),
                            java.time.Duration.ofSeconds(60),
                            new org.tamga.devices.ports.CancelSignal());
            return json.read(answer).path(0).path("deviceInfo").asText();
        }
    }
}
