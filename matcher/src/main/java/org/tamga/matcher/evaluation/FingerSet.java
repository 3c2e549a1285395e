package org.tamga.matcher.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tamga.matcher.Extraction;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.ImageFiles;
import org.tamga.matcher.ImageReading;

/**
 * Impressions of many fingers, extracted. Fingers are numbered from 0 in order of appearance; a
 * finger without a readable impression is none.
 *
 * @param fingers number of fingers
 * @param samples impressions that could be read
 * @param unreadable one line for each image that could not
 */
public record FingerSet(int fingers, List<Sample> samples, List<String> unreadable) {
    public FingerSet {
        samples = List.copyOf(samples);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * @param finger number of the finger in its set
     * @param quality 0–100
     * @param extractionMillis processor time of the extraction in its thread
     */
    public record Sample(
            int finger,
            ImpressionFile file,
            FingerTemplate template,
            int quality,
            double extractionMillis)
            implements Outcome {
        private Sample numbered(int number) {
            return new Sample(number, file, template, quality, extractionMillis);
        }
    }

    /**
     * Reads and extracts on all cores. Same finger names in different folders are different
     * fingers.
     */
    public static FingerSet read(List<ImpressionFile> files, double dpi, Runnable onImage) {
        return read(files, file -> ImageFiles.read(file, dpi), Extraction.STANDARD, onImage);
    }

    /**
     * As {@link #read(List, double, Runnable)} with another extraction.
     *
     * @param reading of one file; called from several threads
     */
    public static FingerSet read(
            List<ImpressionFile> files,
            Function<Path, ImageReading> reading,
            Extraction extraction,
            Runnable onImage) {
        List<Outcome> outcomes =
                files.parallelStream()
                        .map(
                                file -> {
                                    Outcome outcome = extract(file, reading, extraction);
                                    onImage.run();
                                    return outcome;
                                })
                        .toList();
        Map<String, Integer> numbers = new HashMap<>();
        List<Sample> samples = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Sample sample -> {
                    String finger = key(sample.file());
                    numbers.putIfAbsent(finger, numbers.size());
                    samples.add(sample.numbered(numbers.get(finger)));
                }
                case Unusable(String line) -> unreadable.add(line);
            }
        }
        return new FingerSet(numbers.size(), samples, unreadable);
    }

    /** Several sets as one; fingers of later sets are renumbered. */
    public static FingerSet joined(List<FingerSet> sets) {
        List<Sample> samples = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        int fingers = 0;
        for (FingerSet set : sets) {
            for (Sample sample : set.samples) {
                samples.add(sample.numbered(fingers + sample.finger()));
            }
            unreadable.addAll(set.unreadable);
            fingers += set.fingers;
        }
        return new FingerSet(fingers, samples, unreadable);
    }

    private static Outcome extract(
            ImpressionFile file, Function<Path, ImageReading> reading, Extraction extraction) {
        return switch (reading.apply(file.path())) {
            case ImageReading.Unreadable unreadable ->
                    new Unusable(
                            "%s: %s [%s]"
                                    .formatted(
                                            file.path(), unreadable.detail(), unreadable.code()));
            case ImageReading.Read(GrayImage image) -> {
                try (image) {
                    long start = Meters.threadNanos();
                    FingerTemplate template = FingerTemplate.extract(image, extraction);
                    double millis = (Meters.threadNanos() - start) / 1e6;
                    int quality = FingerQuality.of(image).score();
                    yield new Sample(0, file, template, quality, millis);
                }
            }
        };
    }

    private sealed interface Outcome permits Sample, Unusable {}

    private record Unusable(String line) implements Outcome {}

    private static String key(ImpressionFile file) {
        return file.path().toAbsolutePath().getParent() + "/" + file.finger();
    }
}
