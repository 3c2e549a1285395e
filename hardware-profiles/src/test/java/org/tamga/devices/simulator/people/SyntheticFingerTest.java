package org.tamga.devices.simulator.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.ports.FingerImage;

@DisplayName("A synthetic finger")
class SyntheticFingerTest {

    @Test
    @DisplayName("gives the same bytes for the same seed, impression and style, on any thread")
    void deterministic() {
        byte[] once = SyntheticFinger.of(7).impression(3).copyOfPixels();
        List<byte[]> again =
                IntStream.range(0, 2)
                        .parallel()
                        .mapToObj(n -> SyntheticFinger.of(7).impression(3).copyOfPixels())
                        .toList();
        again.forEach(bytes -> assertArrayEquals(once, bytes));
    }

    @Test
    @DisplayName("differs between seeds, impressions and styles")
    void differs() {
        SyntheticFinger finger = SyntheticFinger.of(8);
        byte[] enrolled = finger.impression(0).copyOfPixels();
        assertFalse(Arrays.equals(enrolled, finger.impression(1).copyOfPixels()));
        assertFalse(
                Arrays.equals(enrolled, finger.impression(0, ImpressionStyle.DRY).copyOfPixels()));
        assertFalse(Arrays.equals(enrolled, SyntheticFinger.of(9).impression(0).copyOfPixels()));
    }

    @Test
    @DisplayName("is an 8 bit image at 500 dpi, dark ridges on light ground")
    void format() {
        FingerImage image = SyntheticFinger.of(10).impression(0);
        assertEquals(340, image.width());
        assertEquals(400, image.height());
        assertEquals(500, image.dpi());
        assertTrue(image.at(1, 1) > 200, "ground is light");
        int dark = 0;
        for (int x = 130; x < 210; x++) {
            dark += image.at(x, 200) < 110 ? 1 : 0;
        }
        assertTrue(dark > 15 && dark < 65, dark + " of 80 pixels in the middle are ridge");
    }

    @Test
    @DisplayName(
            "shows 25 to 60 minutiae at enrolment: the median of 12 fingers, and nearly every one of them")
    void minutiae() {
        int[] counts =
                LongStream.range(300, 312)
                        .parallel()
                        .mapToObj(SyntheticFinger::of)
                        .mapToInt(f -> Prints.minutiae(Prints.template(f.impression(0))))
                        .sorted()
                        .toArray();
        assertTrue(counts[6] >= 30 && counts[6] <= 50, "median " + counts[6]);
        long usual = Arrays.stream(counts).filter(n -> n >= 25 && n <= 60).count();
        assertTrue(usual >= 10, "minutiae " + Arrays.toString(counts));
    }

    @Test
    @DisplayName("matches its own enrolment far better than another finger's")
    void genuineBeatsImpostor() {
        ScoreSet scores = Prints.synthetic(500, 8, 3).enrolledAgainstPresented();
        double genuine = ScoreSet.percentile(scores.genuine(), 50);
        double impostor = ScoreSet.percentile(scores.impostor(), 95);
        assertTrue(genuine > 60, "median of genuine pairs " + genuine);
        assertTrue(impostor < 25, "95th percentile of impostor pairs " + impostor);
        assertTrue(scores.equalErrorRate() < 0.1, "EER " + scores.equalErrorRate());
    }

    @Test
    @DisplayName("is harder to recognise when dry, wet, partial or smudged")
    void faultsMatter() {
        double careful = meanScore(ImpressionStyle.ENROLMENT);
        for (ImpressionStyle style :
                List.of(
                        ImpressionStyle.DRY,
                        ImpressionStyle.WET,
                        ImpressionStyle.PARTIAL,
                        ImpressionStyle.SMUDGED)) {
            double faulty = meanScore(style);
            assertTrue(faulty < careful * 0.7, style + ": " + faulty + " against " + careful);
        }
    }

    private static double meanScore(ImpressionStyle style) {
        return LongStream.range(700, 703)
                .parallel()
                .mapToObj(SyntheticFinger::of)
                .mapToDouble(f -> Prints.score(f.impression(0), f.impression(1, style)))
                .average()
                .orElseThrow();
    }

    @Test
    @DisplayName("has its pattern as often as the population has it")
    void patterns() {
        Map<FingerPattern, Integer> seen = new EnumMap<>(FingerPattern.class);
        for (int seed = 0; seed < 20_000; seed++) {
            seen.merge(FingerPattern.draw(new Dice(seed, 1)), 1, Integer::sum);
        }
        seen.forEach(
                (pattern, count) ->
                        assertEquals(pattern.share(), count / 20_000.0, 0.012, pattern.name()));
    }
}
