package org.tamga.matcher.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.FingerVerifier;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.MatchExplanation;
import org.tamga.matcher.Probe;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.Threshold;
import org.tamga.matcher.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** 1:1 of two images. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Are two images of the same finger? Exit code 0 yes, 1 no.")
public final class VerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "presented finger")
    private Path presented = Path.of(".");

    @Parameters(index = "1", paramLabel = "B", description = "enrolled finger")
    private Path enrolled = Path.of(".");

    @Mixin private FmrOption fmr = new FmrOption();

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    /**
     * @param falseMatchRate and likelihood ratio are null at score 0, which claims nothing
     * @param beyondMeasured the rate is lower than the one given, which is the least measured
     * @param presented what is wrong with that image
     * @param enrolled what is wrong with that one
     */
    private record Answer(
            boolean accepted,
            double score,
            double threshold,
            @Nullable Double falseMatchRate,
            boolean beyondMeasured,
            @Nullable Double log10LikelihoodRatio,
            MatchExplanation pair,
            Set<QualityReason> presented,
            Set<QualityReason> enrolled) {}

    /**
     * @param likelyDpi resolution that the ridges fit; null unless the stated one is wrong
     */
    private record Finger(
            FingerTemplate template, Set<QualityReason> reasons, @Nullable Integer likelyDpi) {}

    @Override
    public Integer call() {
        int fmrPerMillion = fmr.perMillion();
        Finger candidate = finger(enrolled);
        Finger finger = finger(presented);
        Probe probe = Probe.of(finger.template());
        Verification verification =
                FingerVerifier.verify(
                        probe,
                        List.of(candidate.template()),
                        Threshold.verification(fmrPerMillion));
        MatchExplanation pair = probe.explain(candidate.template());
        boolean claims = verification.score() > 0;
        if (output.json()) {
            output.document(
                    new Answer(
                            verification.accepted(),
                            verification.score(),
                            verification.threshold(),
                            claims ? verification.falseMatchRate() : null,
                            verification.beyondMeasured(),
                            claims ? verification.log10LikelihoodRatio() : null,
                            pair,
                            finger.reasons(),
                            candidate.reasons()));
        } else {
            output.line(
                    "%s: score %.1f, needed %.1f; %d of %d minutiae paired%s",
                    verification.accepted() ? "same finger" : "no match",
                    verification.score(),
                    verification.threshold(),
                    pair.pairedMinutiae(),
                    pair.possibleMinutiae(),
                    claims ? meaning(verification) : "");
            quality(presented, finger, verification.accepted());
            quality(enrolled, candidate, verification.accepted());
        }
        return verification.accepted() ? 0 : 1;
    }

    /** What may be wrong with the images, where they do not match or cannot be compared rightly. */
    private void quality(Path file, Finger finger, boolean accepted) {
        if (!accepted && !finger.reasons().isEmpty() || finger.likelyDpi() != null) {
            output.line(
                    "quality of %s: %s",
                    file, QualityCommand.words(finger.reasons(), finger.likelyDpi()));
        }
    }

    private static String meaning(Verification verification) {
        return String.format(
                Locale.ROOT,
                "; an impostor gets as far %s; likelihood ratio 10^%.1f",
                rarity(1 / verification.falseMatchRate(), verification.beyondMeasured()),
                verification.log10LikelihoodRatio());
    }

    /** Rounded down: no rarer than it is. */
    private static String rarity(double onceIn, boolean beyondMeasured) {
        String number =
                String.format(
                        Locale.ROOT,
                        "%,.0f",
                        new BigDecimal(onceIn).round(new MathContext(2, RoundingMode.DOWN)));
        return beyondMeasured
                ? "more rarely than once in " + number + " (as far as was measured)"
                : "once in " + number;
    }

    private Finger finger(Path file) {
        try (GrayImage image = files.image(file)) {
            FingerQuality quality = FingerQuality.of(image);
            return new Finger(
                    FingerTemplate.extract(image),
                    quality.reasons(),
                    QualityCommand.likelyDpi(image, quality));
        }
    }
}
