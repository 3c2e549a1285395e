package org.tamga.devices.simulator.people;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tamga.devices.ports.FingerImage;

/** Templates of fingers × impressions, compared by SourceAFIS. */
record Prints(String name, List<List<FingerprintTemplate>> fingers) {

    static Prints synthetic(String name, long firstSeed, int count, int impressions) {
        return new Prints(
                name,
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

    /** Reads {@code <finger>_<impression>.tif}, 500 dpi. */
    static Prints folder(String name, Path folder) {
        Map<String, List<Path>> files = new TreeMap<>();
        try (Stream<Path> listing = Files.list(folder)) {
            listing.sorted()
                    .forEach(
                            file -> {
                                String finger = file.getFileName().toString().replaceAll("_.*", "");
                                files.computeIfAbsent(finger, f -> new ArrayList<>()).add(file);
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Prints(
                name,
                files.values().parallelStream()
                        .map(impressions -> impressions.stream().map(Prints::template).toList())
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

    private static FingerprintTemplate template(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new FingerprintTemplate(
                    new FingerprintImage(bytes, new FingerprintImageOptions().dpi(500)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    Prints named(String other) {
        return new Prints(other, fingers);
    }

    /** Every pair of impressions of a finger; every pair of impressions of two fingers. */
    ScoreSet everyPair() {
        return compare(Integer.MAX_VALUE);
    }

    /**
     * Impression 0 as enrolled against the others of the finger, and against the others of every
     * other finger.
     */
    ScoreSet enrolledAgainstPresented() {
        return compare(1);
    }

    private ScoreSet compare(int probesEach) {
        List<List<double[]>> scores =
                IntStream.range(0, fingers.size())
                        .parallel()
                        .mapToObj(finger -> scores(finger, probesEach))
                        .toList();
        return new ScoreSet(
                name,
                scores.stream().flatMapToDouble(s -> Arrays.stream(s.get(0))).toArray(),
                scores.stream().flatMapToDouble(s -> Arrays.stream(s.get(1))).toArray(),
                fingers.stream().flatMap(List::stream).mapToDouble(Prints::minutiae).toArray());
    }

    private List<double[]> scores(int finger, int probesEach) {
        List<Double> genuine = new ArrayList<>();
        List<Double> impostor = new ArrayList<>();
        List<FingerprintTemplate> own = fingers.get(finger);
        for (int probe = 0; probe < Math.min(probesEach, own.size()); probe++) {
            FingerprintMatcher matcher = new FingerprintMatcher(own.get(probe));
            for (int other = probe + 1; other < own.size(); other++) {
                genuine.add(matcher.match(own.get(other)));
            }
            boolean onlyPresented = probesEach == 1;
            for (int stranger = onlyPresented ? 0 : finger + 1;
                    stranger < fingers.size();
                    stranger++) {
                List<FingerprintTemplate> theirs = fingers.get(stranger);
                for (int n = onlyPresented ? 1 : 0; stranger != finger && n < theirs.size(); n++) {
                    impostor.add(matcher.match(theirs.get(n)));
                }
            }
        }
        return List.of(toArray(genuine), toArray(impostor));
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
