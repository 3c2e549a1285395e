package org.tamga.matcher;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.engine.quality.FrameMotion;

/**
 * Follows a finger over the frames of a live scanner: how long it has lain still, and which frame
 * is the best since. The same frames at the same times always give the same answers. Keeps one
 * frame, wiped by the next and by {@link #close()}. Not thread-safe.
 */
public final class FingerStillness implements AutoCloseable {
    /** How long a finger has to lie still before its image counts. */
    public static final Duration SETTLED = Duration.ofMillis(300);

    /** A fifth of a ridge period: less blurs no ridge, and is within what noise moves. */
    private static final double STILL_MM = 0.1;

    private @Nullable GrayImage previous;
    private Duration previousAt = Duration.ZERO;
    private Duration still = Duration.ZERO;
    private int frames;
    private Optional<Best> best = Optional.empty();

    /**
     * @param moved distance from the frame before in millimetres; empty for the first frame,
     *     without a finger, or when the frames have nothing to do with each other
     * @param still how long the finger has lain still by this frame
     * @param quality of this frame, {@link QualityReason#MOVING} included until it is settled
     */
    public record Frame(Optional<Double> moved, Duration still, FingerQuality quality) {}

    /**
     * @param index of the frame, from 0
     */
    public record Best(int index, FingerQuality quality) {}

    /**
     * @param image stays the caller's
     * @param at time of the frame, rising
     * @throws IllegalArgumentException when time runs backwards or the size changes
     */
    public Frame add(GrayImage image, Duration at) {
        if (previous != null && at.compareTo(previousAt) < 0) {
            throw new IllegalArgumentException("frames out of order");
        }
        FingerQuality quality = FingerQuality.of(image);
        boolean finger = !quality.reasons().contains(QualityReason.EMPTY);
        Optional<Double> moved = finger ? moved(image) : Optional.empty();
        still =
                moved.isPresent() && moved.get() <= STILL_MM
                        ? still.plus(at.minus(previousAt))
                        : Duration.ZERO;
        remember(image, at);
        boolean settled = still.compareTo(SETTLED) >= 0;
        FingerQuality judged = finger && !settled ? moving(quality) : quality;
        if (settled && best.stream().noneMatch(b -> b.quality().score() >= quality.score())) {
            best = Optional.of(new Best(frames, quality));
        }
        frames++;
        return new Frame(moved, still, judged);
    }

    /** The frame to take: the best of those in which the finger had settled. */
    public Optional<Best> best() {
        return best;
    }

    private Optional<Double> moved(GrayImage image) {
        if (previous == null) {
            return Optional.empty();
        }
        if (previous.width() != image.width() || previous.height() != image.height()) {
            throw new IllegalArgumentException("frames of different size");
        }
        FrameMotion motion =
                FrameMotion.between(
                        image.width(),
                        image.height(),
                        image.dpi(),
                        previous.pixels(),
                        image.pixels());
        return motion.found() ? Optional.of(motion.distanceMm()) : Optional.empty();
    }

    private void remember(GrayImage image, Duration at) {
        close();
        previous =
                new GrayImage(
                        image.width(),
                        image.height(),
                        image.dpi(),
                        Arrays.copyOf(image.pixels(), image.pixels().length));
        previousAt = at;
    }

    private static FingerQuality moving(FingerQuality quality) {
        Set<QualityReason> reasons = EnumSet.of(QualityReason.MOVING);
        reasons.addAll(quality.reasons());
        return new FingerQuality(quality.score(), reasons);
    }

    /** Wipes the frame that is kept. */
    @Override
    public void close() {
        if (previous != null) {
            previous.close();
            previous = null;
        }
    }
}
