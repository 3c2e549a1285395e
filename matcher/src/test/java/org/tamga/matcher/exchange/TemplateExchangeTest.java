package org.tamga.matcher.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Fingerprint;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Minutia;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005MinutiaType;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Template;
import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.DrawnFinger;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.Probe;
import org.tamga.matcher.engine.NativeTemplate;
import org.tamga.matcher.engine.flat.Minutiae;

class TemplateExchangeTest {
    private static final FingerTemplate INDEX = new DrawnFinger(1).template(0);
    private static final FingerTemplate INDEX_AGAIN = new DrawnFinger(1).template(1);
    private static final FingerTemplate THUMB = new DrawnFinger(2).template(0);
    private static final List<FingerImpression> HAND =
            List.of(
                    new FingerImpression(FingerPosition.RIGHT_INDEX, INDEX),
                    new FingerImpression(FingerPosition.LEFT_THUMB, THUMB),
                    new FingerImpression(FingerPosition.RIGHT_INDEX, INDEX_AGAIN));

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NATIVE")
    void fingersAndViewsComeBackInEveryFormat(ExchangeFormat format) {
        TemplateImport.Imported read = imported(exported(HAND, format));
        assertEquals(format, read.format());
        assertEquals(500, read.dpi());
        assertEquals(3, read.impressions().size());
        assertEquals(
                List.of(INDEX.firstSet().count(), INDEX_AGAIN.firstSet().count()),
                counts(read, FingerPosition.RIGHT_INDEX));
        assertEquals(List.of(THUMB.firstSet().count()), counts(read, FingerPosition.LEFT_THUMB));
    }

    private static List<Integer> counts(TemplateImport.Imported read, FingerPosition position) {
        return read.impressions().stream()
                .filter(i -> i.position() == position)
                .map(i -> i.template().firstSet().count())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void minutiaeKeepPlaceTypeAndDirection(ExchangeFormat format) {
        Minutiae before = INDEX.firstSet();
        Minutiae after = template(exported(one(INDEX), format)).firstSet();
        assertEquals(before.width(), after.width());
        assertEquals(before.height(), after.height());
        assertSame(before, after, 0, 1.01);
    }

    @ParameterizedTest
    @EnumSource
    void scoresStayNearThoseOfTheTemplatesThemselves(ExchangeFormat format) {
        FingerTemplate other = template(exported(one(INDEX), format));
        double before = Probe.of(INDEX_AGAIN).score(INDEX);
        assertEquals(before, Probe.of(INDEX_AGAIN).score(other), 0.15 * before);
        assertTrue(Probe.of(other).score(INDEX) > 2 * before / 3);
    }

    @ParameterizedTest
    @EnumSource(names = {"ISO2005", "ISO2011", "ANSI2004", "ANSI2009", "ANSI2009AM1"})
    void sourceAfisReadsTheSameMinutiae(ExchangeFormat format) {
        byte[] bytes = exported(HAND, format);
        List<FingerprintTemplate> theirs = FingerprintCompatibility.importTemplates(bytes);
        List<FingerImpression> ours = imported(bytes).impressions();
        assertEquals(theirs.size(), ours.size());
        for (int i = 0; i < ours.size(); i++) {
            assertSame(
                    NativeTemplate.of(theirs.get(i)), ours.get(i).template().firstSet(), 1, 0.01);
        }
    }

    @Test
    void whatSourceAfisWritesIsRead() {
        FingerprintTemplate theirs = NativeTemplate.stock(INDEX.firstSet());
        for (var format : com.machinezoo.fingerprintio.TemplateFormat.values()) {
            byte[] bytes = FingerprintCompatibility.exportTemplates(format, theirs);
            Minutiae read = template(bytes).firstSet();
            assertSame(INDEX.firstSet(), read, 0, 1.01);
        }
        assertSame(INDEX.firstSet(), template(theirs.toByteArray()).firstSet(), 0, 0);
    }

    @Test
    void otherResolutionsAreBroughtTo500Dpi() {
        TemplateImport.Imported read = imported(foreign(394, 394, 800, 900, 600, 300, 64));
        assertEquals(1000, read.dpi());
        Minutiae list = read.impressions().getFirst().template().firstSet();
        assertEquals(400, list.width());
        assertEquals(450, list.height());
        assertEquals(300, list.x(0));
        assertEquals(150, list.y(0));
    }

    @Test
    void anAngleUpwardsPointsUp() {
        Minutiae list = template(foreign(197, 197, 300, 400, 100, 200, 64)).firstSet();
        // 64 of 256 is a quarter turn counter-clockwise: up, which is 270° where y points down.
        assertEquals(1.5 * Math.PI, list.direction(0), 1e-6);
    }

    @Test
    void aFingerTemplateOfARegisterIsRead() {
        try (BiometricBytes bytes = INDEX.toBytes()) {
            TemplateImport.Imported read = imported(bytes.toByteArray());
            assertEquals(FingerPosition.UNKNOWN, read.impressions().getFirst().position());
            assertEquals(INDEX.minutiae(), read.impressions().getFirst().template().minutiae());
        }
    }

    @Test
    void ourOwnRecordKeepsScoresExactly() {
        FingerTemplate read = template(exported(one(INDEX), ExchangeFormat.TAMGA));
        assertEquals(Probe.of(INDEX_AGAIN).score(INDEX), Probe.of(INDEX_AGAIN).score(read));
    }

    @Test
    void aFlippedBitInOurOwnRecordIsNoticed() {
        byte[] bytes = exported(HAND, ExchangeFormat.TAMGA);
        for (int bit = 0; bit < 8 * bytes.length; bit += 5) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertInstanceOf(TemplateImport.Refused.class, read(damaged), "bit " + bit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTruncationIsRefused(ExchangeFormat format) {
        byte[] bytes = exported(one(INDEX), format);
        for (int length = 0; length < bytes.length; length++) {
            assertInstanceOf(
                    TemplateImport.Refused.class, read(Arrays.copyOf(bytes, length)), "" + length);
        }
    }

    @Test
    void refusalsHaveTheirCodes(@TempDir Path folder) throws IOException {
        assertEquals("FT-01", refused(new byte[0]).code());
        assertEquals("FT-01", refused("no template".getBytes(StandardCharsets.US_ASCII)).code());
        byte[] unknown = exported(one(INDEX), ExchangeFormat.ISO2005);
        unknown[5] = '9';
        assertEquals("FT-02", refused(unknown).code());
        byte[] future = exported(one(INDEX), ExchangeFormat.TAMGA);
        future[3] = 2;
        assertEquals("FT-02", refused(future).code());
        assertEquals("FT-03", refused("FMR\0 20\0".getBytes(StandardCharsets.US_ASCII)).code());
        assertEquals("FT-04", refused(foreign(5, 5, 300, 400, 1, 1, 1)).code());
        assertEquals("FT-05", refused(new byte[TemplateExchange.MAX_BYTES + 1]).code());
        assertEquals("FT-06", refused(TemplateExchange.read(folder)).code());
        Path large = Files.write(folder.resolve("large"), new byte[2 << 20]);
        assertEquals("FT-05", refused(TemplateExchange.read(large)).code());
    }

    @Test
    void whatAFormatCannotHoldIsRefused() {
        assertEquals("FT-07", refused(HAND, ExchangeFormat.NATIVE));
        assertEquals("FT-07", refused(List.of(), ExchangeFormat.TAMGA));
        FingerTemplate blank = FingerTemplate.extract(new GrayImage(20, 20, 500, new byte[400]));
        assertEquals("FT-07", refused(one(blank), ExchangeFormat.ISO2011));
        List<FingerImpression> views =
                IntStream.range(0, 17)
                        .mapToObj(i -> new FingerImpression(FingerPosition.LEFT_RING, INDEX))
                        .toList();
        assertEquals("FT-07", refused(views, ExchangeFormat.ANSI2004));
        assertEquals(17, imported(exported(views, ExchangeFormat.TAMGA)).impressions().size());
    }

    @Test
    void nothingOfAFingerIsInAnyText() {
        FmrView view = FmrUnits.ISO.write(FingerPosition.RIGHT_RING, 0, INDEX.firstSet());
        String text = HAND + " " + view + view.minutiae();
        text +=
                read(exported(HAND, ExchangeFormat.ISO2005))
                        .toString()
                        .replace("ISO2005", "")
                        .replace("dpi=500.0", "");
        text += read(foreign(5, 5, 300, 400, 123, 234, 1));
        assertFalse(text.matches(".*\\d{3}.*"), text);
    }

    private static void assertSame(Minutiae expected, Minutiae actual, int pixels, double degrees) {
        assertEquals(expected.count(), actual.count());
        for (int i = 0; i < expected.count(); i++) {
            int wanted = i;
            assertTrue(
                    IntStream.range(0, actual.count())
                            .anyMatch(j -> near(expected, wanted, actual, j, pixels, degrees)),
                    "a minutia moved");
        }
    }

    private static boolean near(Minutiae a, int i, Minutiae b, int j, int pixels, double degrees) {
        double turn = Math.abs(Math.toDegrees(a.direction(i) - b.direction(j)));
        return Math.abs(a.x(i) - b.x(j)) <= pixels
                && Math.abs(a.y(i) - b.y(j)) <= pixels
                && Math.min(turn, 360 - turn) <= degrees
                && a.type(i) == b.type(j);
    }

    /** An ISO 19794-2:2005 file of one minutia. */
    private static byte[] foreign(
            int resolutionX, int resolutionY, int width, int height, int x, int y, int angle) {
        var minutia = new Iso19794p2v2005Minutia();
        minutia.type = Iso19794p2v2005MinutiaType.ENDING;
        minutia.positionX = x;
        minutia.positionY = y;
        minutia.angle = angle;
        var finger = new Iso19794p2v2005Fingerprint();
        finger.minutiae.add(minutia);
        var file = new Iso19794p2v2005Template();
        file.width = width;
        file.height = height;
        file.resolutionX = 197;
        file.resolutionY = 197;
        file.fingerprints.add(finger);
        byte[] bytes = file.toByteArray();
        // The library writes no unusual resolutions; they stand at offsets 18 and 20.
        bytes[18] = (byte) (resolutionX >> 8);
        bytes[19] = (byte) resolutionX;
        bytes[20] = (byte) (resolutionY >> 8);
        bytes[21] = (byte) resolutionY;
        return bytes;
    }

    private static List<FingerImpression> one(FingerTemplate template) {
        return List.of(new FingerImpression(FingerPosition.UNKNOWN, template));
    }

    static byte[] exported(List<FingerImpression> impressions, ExchangeFormat format) {
        try (BiometricBytes bytes =
                assertInstanceOf(
                                TemplateExport.Exported.class,
                                TemplateExchange.write(impressions, format))
                        .bytes()) {
            return bytes.toByteArray();
        }
    }

    private static String refused(List<FingerImpression> impressions, ExchangeFormat format) {
        return assertInstanceOf(
                        TemplateExport.Refused.class, TemplateExchange.write(impressions, format))
                .code();
    }

    static TemplateImport read(byte[] bytes) {
        return TemplateExchange.read(BiometricBytes.copyOf(bytes));
    }

    static TemplateImport.Imported imported(byte[] bytes) {
        return assertInstanceOf(TemplateImport.Imported.class, read(bytes));
    }

    private static FingerTemplate template(byte[] bytes) {
        return imported(bytes).impressions().getFirst().template();
    }

    private static TemplateImport.Refused refused(byte[] bytes) {
        return refused(read(bytes));
    }

    private static TemplateImport.Refused refused(TemplateImport answer) {
        return assertInstanceOf(TemplateImport.Refused.class, answer);
    }
}
