package org.tamga.devices.simulator.people;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tamga.devices.ports.FingerImage;

/** Templates of fingers × impressions, compared by SourceAFIS. */
record Prints(List<List<FingerprintTemplate>> fingers) {

    static Prints synthetic(long firstSeed, int count, int impressions) {
        return new Prints(
                LongStream.range(firstSeed, firstSeed + count)
                        .parallel()
                        .mapToObj(SyntheticFinger::of)
                        .map(
                                finger ->
                                        IntStream.range(0, impressions)
                                                .mapToObj(n -> template(finger.impression(n)))
                                                .toList())
                        .toList());
    }

    static FingerprintTemplate template(FingerImage image) {
        byte[] gray = image.copyOfPixels();
        return new FingerprintTemplate(
                new FingerprintImage(
                        image.width(),
                        image.height(),
                        gray,
                        new FingerprintImageOptions().dpi(image.dpi())));
    }

    static int minutiae(FingerprintTemplate template) {
        try {
            return new CBORMapper().readTree(template.toByteArray()).get("positionsX").size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double score(FingerImage enrolled, FingerImage presented) {
        return new FingerprintMatcher(template(enrolled)).match(template(presented));
    }

    /**
     * Impression 0 as enrolled against the others of the finger, and against the others of every
     * other finger.
     */
    ScoreSet enrolledAgainstPresented() {
        List<List<double[]>> scores =
                IntStream.range(0, fingers.size()).parallel().mapToObj(this::scores).toList();
        return new ScoreSet(
                scores.stream().flatMapToDouble(s -> Arrays.stream(s.get(0))).toArray(),
                scores.stream().flatMapToDouble(s -> Arrays.stream(s.get(1))).toArray());
    }

    private List<double[]> scores(int finger) {
        List<Double> genuine = new ArrayList<>();
        List<Double> impostor = new ArrayList<>();
        FingerprintMatcher matcher = new FingerprintMatcher(fingers.get(finger).getFirst());
        for (int other = 0; other < fingers.size(); other++) {
            List<FingerprintTemplate> theirs = fingers.get(other);
            for (FingerprintTemplate presented : theirs.subList(1, theirs.size())) {
                (other == finger ? genuine : impostor).add(matcher.match(presented));
            }
        }
        return List.of(toArray(genuine), toArray(impostor));
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
