package org.tamga.matcher.face.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tamga.matcher.evaluation.Comparisons;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceFinding;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.FaceImageFiles;
import org.tamga.matcher.face.FaceImageReading;
import org.tamga.matcher.face.evaluation.FaceMethod.Described;

/**
 * Pictures of many people, described. People are numbered from 0 in order of appearance.
 *
 * @param people number of people
 * @param pictures number of files
 * @param samples pictures with a face
 * @param unusable one line for each of the others
 */
public record FaceSet(int people, int pictures, List<Sample> samples, List<String> unusable)
        implements AutoCloseable {
    public FaceSet {
        samples = List.copyOf(samples);
        unusable = List.copyOf(unusable);
    }

    /** One picture's face. */
    public record Sample(int person, Described.Face face) {}

    /** Detects and describes every picture. */
    public static FaceSet read(
            List<FacePicture> pictures,
            FaceDetector detector,
            FaceMethod method,
            Runnable onPicture) {
        List<String> people = pictures.stream().map(FacePicture::person).distinct().toList();
        List<Sample> samples = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        for (FacePicture picture : pictures) {
            switch (describe(picture, detector, method)) {
                case Described.Usable(Described.Face face) ->
                        samples.add(new Sample(people.indexOf(picture.person()), face));
                case Described.Unusable(String detail) ->
                        unusable.add("%s: %s".formatted(picture.file(), detail));
            }
            onPicture.run();
        }
        return new FaceSet(people.size(), pictures.size(), samples, unusable);
    }

    /** Every unordered pair of pictures once. */
    public Comparisons comparisons() {
        Comparisons.Pair[] pairs =
                IntStream.range(0, samples.size())
                        .parallel()
                        .boxed()
                        .flatMap(i -> row(i).stream())
                        .toArray(Comparisons.Pair[]::new);
        Arrays.sort(pairs);
        return new Comparisons(
                people,
                Stream.of(pairs).filter(pair -> pair.fingerA() == pair.fingerB()).toList(),
                Stream.of(pairs).filter(pair -> pair.fingerA() != pair.fingerB()).toList());
    }

    /**
     * How often the most alike among everybody's first picture is the right one.
     *
     * @return share of the other pictures
     */
    public double rankOne() {
        List<Sample> gallery = new ArrayList<>();
        List<Sample> probes = new ArrayList<>();
        for (Sample sample : samples) {
            boolean first = gallery.stream().noneMatch(s -> s.person() == sample.person());
            (first ? gallery : probes).add(sample);
        }
        long right =
                probes.stream().filter(probe -> best(probe, gallery) == probe.person()).count();
        return probes.isEmpty() ? 0 : (double) right / probes.size();
    }

    @Override
    public void close() {
        samples.forEach(sample -> sample.face().close());
    }

    private static int best(Sample probe, List<Sample> gallery) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (Sample candidate : gallery) {
            double score = probe.face().score(candidate.face());
            if (score > highest) {
                highest = score;
                best = candidate.person();
            }
        }
        return best;
    }

    private List<Comparisons.Pair> row(int i) {
        Sample first = samples.get(i);
        return samples.subList(i + 1, samples.size()).stream()
                .map(
                        other ->
                                new Comparisons.Pair(
                                        first.person(),
                                        other.person(),
                                        first.face().score(other.face())))
                .toList();
    }

    private static Described describe(
            FacePicture picture, FaceDetector detector, FaceMethod method) {
        return switch (FaceImageFiles.read(picture.file())) {
            case FaceImageReading.Unreadable unreadable ->
                    new Described.Unusable(
                            "%s [%s]".formatted(unreadable.detail(), unreadable.fault().code()));
            case FaceImageReading.Read(FaceImage image) -> {
                try (image) {
                    yield switch (FaceFinding.in(detector.detect(image))) {
                        case FaceFinding.One one -> method.describe(image, one.face());
                        case FaceFinding.Nothing nothing ->
                                new Described.Unusable(
                                        "%s [%s]"
                                                .formatted(
                                                        nothing.detail(), nothing.fault().code()));
                    };
                }
            }
        };
    }
}
