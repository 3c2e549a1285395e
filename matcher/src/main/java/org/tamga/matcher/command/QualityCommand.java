package org.tamga.matcher.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.FingerStillness;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.QualityReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Quality of single images, or of the frames of one touch. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "Quality 0–100 of finger images, with what is wrong with them.")
public final class QualityCommand implements Callable<Integer> {
    private static final double MOST_FRAMES_PER_SECOND = 1000;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "image files")
    private List<Path> images = List.of();

    @Option(
            names = "--frames-per-second",
            paramLabel = "N",
            description =
                    "the files are frames of one touch, in order: tell how long the finger has"
                            + " lain still, and which frame to take")
    private @Nullable Double framesPerSecond;

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    /**
     * @param likelyDpi resolution that the ridges fit; null unless the stated one is wrong
     */
    private record Line(
            String file, int score, Set<QualityReason> reasons, @Nullable Integer likelyDpi) {}

    /**
     * @param movedMm from the frame before; null where it cannot be told
     */
    private record FrameLine(
            String file,
            long stillMillis,
            @Nullable Double movedMm,
            int score,
            Set<QualityReason> reasons) {}

    /**
     * @param best file to take; null when the finger never settled
     */
    private record Touch(List<FrameLine> frames, @Nullable String best) {}

    @Override
    public Integer call() {
        if (framesPerSecond == null) {
            single();
        } else {
            sequence(framesPerSecond);
        }
        return 0;
    }

    private void single() {
        List<Line> lines = new ArrayList<>();
        for (Path file : images) {
            try (GrayImage image = files.anyImage(file)) {
                FingerQuality quality = FingerQuality.of(image);
                lines.add(
                        new Line(
                                file.toString(),
                                quality.score(),
                                quality.reasons(),
                                likelyDpi(image, quality)));
            }
        }
        if (output.json()) {
            output.document(lines);
        } else {
            lines.forEach(
                    line ->
                            output.line(
                                    "%3d  %s  %s",
                                    line.score(),
                                    line.file(),
                                    words(line.reasons(), line.likelyDpi())));
        }
    }

    private void sequence(double perSecond) {
        if (!(perSecond > 0 && perSecond <= MOST_FRAMES_PER_SECOND)) {
            throw new CommandFailure(
                    "--frames-per-second must be above 0 and at most 1000", "MC-01");
        }
        Touch touch = touch(perSecond);
        if (output.json()) {
            output.document(touch);
            return;
        }
        for (FrameLine frame : touch.frames()) {
            output.line(
                    "%3d  still %5d ms  moved %5s mm  %s  %s",
                    frame.score(),
                    frame.stillMillis(),
                    frame.movedMm() == null ? "–" : "%.2f".formatted(frame.movedMm()),
                    frame.file(),
                    words(frame.reasons()));
        }
        output.line("%s", touch.best() == null ? "never still" : "take " + touch.best());
    }

    private Touch touch(double perSecond) {
        List<FrameLine> lines = new ArrayList<>();
        try (FingerStillness stillness = new FingerStillness()) {
            for (Path file : images) {
                try (GrayImage image = files.anyImage(file)) {
                    Duration at = Duration.ofNanos((long) (lines.size() * 1e9 / perSecond));
                    lines.add(line(file, stillness, image, at));
                }
            }
            return new Touch(
                    lines,
                    stillness.best().map(best -> images.get(best.index()).toString()).orElse(null));
        }
    }

    private static FrameLine line(
            Path file, FingerStillness stillness, GrayImage image, Duration at) {
        FingerStillness.Frame frame;
        try {
            frame = stillness.add(image, at);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(file + ": frames of one touch have one size", "MC-01");
        }
        return new FrameLine(
                file.toString(),
                frame.still().toMillis(),
                frame.moved().orElse(null),
                frame.quality().score(),
                frame.quality().reasons());
    }

    /** The resolution that the ridges fit; null unless the stated one is wrong. */
    static @Nullable Integer likelyDpi(GrayImage image, FingerQuality quality) {
        OptionalInt likely =
                quality.reasons().contains(QualityReason.WRONG_RESOLUTION)
                        ? FingerQuality.likelyDpi(image)
                        : OptionalInt.empty();
        return likely.isPresent() ? likely.getAsInt() : null;
    }

    static String words(Set<QualityReason> reasons, @Nullable Integer likelyDpi) {
        return likelyDpi == null
                ? words(reasons)
                : words(reasons) + " (ridges as of about " + likelyDpi + " dpi)";
    }

    static String words(Set<QualityReason> reasons) {
        return String.join(" ", reasons.stream().map(Enum::name).toList());
    }
}
