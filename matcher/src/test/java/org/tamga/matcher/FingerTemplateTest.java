package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.engine.NativeTemplate;

class FingerTemplateTest {
    private static final FingerTemplate FINGER = new DrawnFinger(1).template(0);

    @Test
    void aDrawnFingerHasMinutiae() {
        assertTrue(FINGER.minutiae() >= 15, FINGER.toString());
    }

    @Test
    void bytesAndBackIsTheSameFinger() {
        FingerTemplate read = parsed(FINGER.toBytes().toByteArray());
        assertEquals(FINGER.minutiae(), read.minutiae());
        FingerTemplate other = new DrawnFinger(1).template(1);
        assertEquals(Probe.of(other).score(FINGER), Probe.of(other).score(read));
    }

    @Test
    void everySingleFlippedBitIsNoticed() {
        byte[] bytes = FINGER.toBytes().toByteArray();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertInstanceOf(TemplateParsing.Rejected.class, parse(damaged), "bit " + bit);
        }
    }

    @Test
    void everyTruncationIsNoticed() {
        byte[] bytes = FINGER.toBytes().toByteArray();
        for (int length = 0; length < bytes.length; length++) {
            assertInstanceOf(TemplateParsing.Rejected.class, parse(Arrays.copyOf(bytes, length)));
        }
    }

    @Test
    void anotherVersionIsNamed() {
        byte[] bytes = FINGER.toBytes().toByteArray();
        bytes[3] = 9;
        assertEquals("FT-02", rejected(bytes).code());
    }

    @Test
    void impossibleMinutiaeAreRefusedThoughTheChecksumFits() throws Exception {
        assertEquals("FT-04", rejected(sealed(minutiae(100, Float.NaN))).code());
        assertEquals("FT-04", rejected(sealed(minutiae(100, 7f))).code());
        assertEquals("FT-04", rejected(sealed(minutiae(900, 1f))).code());
        assertEquals("FT-04", rejected(sealed(minutiae(-1, 1f))).code());
        assertEquals("FT-04", rejected(sealed(Map.of("version", "3.18.1"))).code());
        assertInstanceOf(TemplateParsing.Parsed.class, parse(sealed(minutiae(100, 1f))));
    }

    @Test
    void templatesOfVersionOneAreStillComparedWithNewOnes() throws Exception {
        GrayImage image = new DrawnFinger(1).impression(0);
        FingerTemplate stock = FingerTemplate.extract(image, Extraction.STOCK);
        byte[] content = NativeTemplate.stock(stock.sets().getFirst().minutiae()).toByteArray();
        FingerTemplate old = parsed(sealedContent(1, content));
        assertEquals(stock.minutiae(), old.minutiae());
        assertEquals(Probe.of(stock).score(stock), Probe.of(stock).score(old));
        assertTrue(Probe.of(FINGER).score(old) > 40);
    }

    @Test
    void setsAreComparedWithThoseOfTheirKind() {
        GrayImage image = new DrawnFinger(1).impression(1);
        FingerTemplate all = FingerTemplate.extract(image, Extraction.THOROUGH);
        assertEquals(3, all.sets().size());
        FingerTemplate standard = FingerTemplate.extract(image);
        assertEquals(Probe.of(FINGER).score(standard), Probe.of(FINGER).score(all));
        assertEquals(Probe.of(standard).score(FINGER), Probe.of(all).score(FINGER));
    }

    @Test
    void theSymmetricScoreDoesNotDependOnWhoIsTheProbe() {
        FingerTemplate other = new DrawnFinger(1).template(1);
        assertEquals(
                Probe.of(other).symmetricScore(FINGER), Probe.of(FINGER).symmetricScore(other));
    }

    @Test
    void setsOutOfOrderAreRefused() throws Exception {
        byte[] none = {0};
        byte[] negative = {-1, 0, 0, 0, 0, 0};
        byte[] unknown = {1, 7, 0, 0, 0, 0};
        byte[] cutOff = {1, 1, 0, 0, 1, 0};
        assertEquals("FT-04", rejected(sealedContent(2, none)).code());
        assertEquals("FT-04", rejected(sealedContent(2, negative)).code());
        assertEquals("FT-04", rejected(sealedContent(2, unknown)).code());
        assertEquals("FT-03", rejected(sealedContent(2, cutOff)).code());
    }

    @Test
    void tenThousandMinutiaeAreRefused() throws Exception {
        Map<String, Object> many = new TreeMap<>(minutiae(100, 1f));
        many.put("types", "E".repeat(10_000));
        assertEquals("FT-04", rejected(sealed(many)).code());
    }

    @Test
    void anEmptyImageGivesATemplateThatMatchesNothing() {
        byte[] white = new byte[300 * 300];
        Arrays.fill(white, (byte) 255);
        FingerTemplate blank = FingerTemplate.extract(new GrayImage(300, 300, 500, white));
        assertEquals(0, blank.minutiae());
        assertEquals(0, Probe.of(FINGER).score(blank));
        assertEquals(0, Probe.of(blank).score(FINGER));
        assertEquals(0, parsed(blank.toBytes().toByteArray()).minutiae());
    }

    @Test
    void theSmallestImageGivesATemplate() {
        assertEquals(0, FingerTemplate.extract(new GrayImage(1, 1, 500, new byte[1])).minutiae());
    }

    private static Map<String, Object> minutiae(int x, float direction) {
        return Map.of(
                "version",
                "3.18.1",
                "width",
                300,
                "height",
                300,
                "positionsX",
                List.of(x, 20),
                "positionsY",
                List.of(50, 60),
                "directions",
                List.of(direction, 2f),
                "types",
                "EB");
    }

    /** As version 1 wrote it. */
    private static byte[] sealed(Object content) throws Exception {
        return sealedContent(1, new CBORMapper().writeValueAsBytes(content));
    }

    private static byte[] sealedContent(int version, byte[] content) throws Exception {
        ByteBuffer out = ByteBuffer.allocate(8 + content.length + 32);
        out.put(new byte[] {'T', 'F', 'T', (byte) version}).putInt(content.length).put(content);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(out.array(), 0, 8 + content.length);
        return out.put(digest.digest()).array();
    }

    private static TemplateParsing parse(byte[] bytes) {
        return FingerTemplate.parse(BiometricBytes.copyOf(bytes));
    }

    private static FingerTemplate parsed(byte[] bytes) {
        return assertInstanceOf(TemplateParsing.Parsed.class, parse(bytes)).template();
    }

    private static TemplateParsing.Rejected rejected(byte[] bytes) {
        return assertInstanceOf(TemplateParsing.Rejected.class, parse(bytes));
    }
}
