package org.tamga.matcher.engine.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.TestData;
import org.tamga.matcher.engine.NativeTemplate;
import org.tamga.matcher.engine.TemplateFormat;
import org.tamga.matcher.evaluation.FingerSet;
import org.tamga.matcher.evaluation.ImpressionFile;
import org.tamga.matcher.evaluation.MadeMinutiae;

@DisplayName("The flat matcher gives the score of SourceAFIS 3.18.1, bit for bit")
class SameScoresTest {
    @Test
    @DisplayName("for 102,400 pairs of 40 made fingers, by vectors and by plain arithmetic")
    void madeFingers() {
        MadeMinutiae made = new MadeMinutiae(1);
        Random random = new Random(2);
        List<Minutiae> all = new ArrayList<>();
        for (int finger = 0; finger < 40; finger++) {
            Minutiae first = made.scattered(8 + random.nextInt(32));
            all.add(first);
            for (int impression = 1; impression < 8; impression++) {
                all.add(made.impressionOf(first));
            }
        }
        Compared compared = compare(all);
        assertEquals(102_400, compared.pairs());
        assertTrue(compared.best() > 100, "mates among them: " + compared.best());
    }

    @Test
    @DisplayName(
            "for no, one, two and 255 minutiae, and for minutiae on a grid, where distances tie")
    void extremes() {
        MadeMinutiae made = new MadeMinutiae(3);
        List<Minutiae> all = new ArrayList<>();
        for (int count : new int[] {0, 1, 2, 3, 9, 10, 11, 100, 255, 255}) {
            all.add(made.scattered(count));
        }
        for (int pitch : new int[] {1, 8, 13, 40, 900}) {
            all.add(grid(7, pitch));
        }
        compare(all);
    }

    @Test
    @DisplayName("for all pairs of a set of real fingers")
    void realFingers() throws Exception {
        Path folder = TestData.require("fingerprints/fvc2002-db3_b");
        FingerSet set = FingerSet.read(ImpressionFile.in(folder), 500, () -> {});
        Compared compared =
                compare(
                        set.samples().stream()
                                .map(sample -> sample.template().toBytes().toByteArray())
                                .map(TemplateFormat::stock)
                                .map(NativeTemplate::of)
                                .toList());
        assertEquals(6_400, compared.pairs());
    }

    private record Compared(int pairs, double best) {}

    private static Compared compare(List<Minutiae> all) {
        List<FingerprintTemplate> stock = all.stream().map(NativeTemplate::stock).toList();
        double best =
                IntStream.range(0, all.size())
                        .parallel()
                        .mapToDouble(probe -> compare(all, stock, probe))
                        .max()
                        .orElseThrow();
        return new Compared(all.size() * all.size(), best);
    }

    /** The best score of another than the probe itself. */
    private static double compare(
            List<Minutiae> all, List<FingerprintTemplate> stock, int probeNumber) {
        FlatMatcher vectors = new FlatMatcher();
        FlatMatcher plain = new FlatMatcher(Kernel.SCALAR);
        NearestNeighbours nearest = new NearestNeighbours();
        FingerprintMatcher matcher = new FingerprintMatcher(stock.get(probeNumber));
        FlatProbe probe = new FlatProbe(all.get(probeNumber));
        double best = 0;
        for (int i = 0; i < all.size(); i++) {
            Minutiae candidate = all.get(i);
            double expected = matcher.match(stock.get(i));
            assertEquals(expected, vectors.score(probe, candidate));
            if ((i + probeNumber) % 8 == 0) {
                byte[] neighbours = nearest.all(candidate);
                assertEquals(expected, plain.score(probe, candidate, neighbours, 0));
            }
            best = i == probeNumber ? best : Math.max(best, expected);
        }
        return best;
    }

    private static Minutiae grid(int side, int pitch) {
        int count = side * side;
        short[] x = new short[count];
        short[] y = new short[count];
        float[] direction = new float[count];
        byte[] type = new byte[count];
        for (int i = 0; i < count; i++) {
            x[i] = (short) (i % side * pitch);
            y[i] = (short) (i / side * pitch);
            direction[i] = i % 4 * (float) (Math.PI / 2);
            type[i] = (byte) (i % 3 == 0 ? 'B' : 'E');
        }
        return new Minutiae(side * pitch, side * pitch, x, y, direction, type).ordered();
    }
}
