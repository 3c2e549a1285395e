package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.FingerVerifier;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.MatchExplanation;
import org.tamga.matcher.Probe;
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
     */
    private record Answer(
            boolean accepted,
            double score,
            double threshold,
            @Nullable Double falseMatchRate,
            @Nullable Double log10LikelihoodRatio,
            MatchExplanation pair) {}

    @Override
    public Integer call() {
        int fmrPerMillion = fmr.perMillion();
        FingerTemplate candidate = template(enrolled);
        Probe probe = Probe.of(template(presented));
        Verification verification =
                FingerVerifier.verify(
                        probe, List.of(candidate), Threshold.verification(fmrPerMillion));
        MatchExplanation pair = probe.explain(candidate);
        boolean claims = verification.score() > 0;
        if (output.json()) {
            output.document(
                    new Answer(
                            verification.accepted(),
                            verification.score(),
                            verification.threshold(),
                            claims ? verification.falseMatchRate() : null,
                            claims ? verification.log10LikelihoodRatio() : null,
                            pair));
        } else {
            output.line(
                    "%s: score %.1f, needed %.1f; %d of %d minutiae paired%s",
                    verification.accepted() ? "same finger" : "no match",
                    verification.score(),
                    verification.threshold(),
                    pair.pairedMinutiae(),
                    pair.possibleMinutiae(),
                    claims ? meaning(verification) : "");
        }
        return verification.accepted() ? 0 : 1;
    }

    private static String meaning(Verification verification) {
        return String.format(
                Locale.ROOT,
                "; an impostor gets as far once in %.2g; likelihood ratio 10^%.1f",
                1 / verification.falseMatchRate(),
                verification.log10LikelihoodRatio());
    }

    private FingerTemplate template(Path file) {
        try (GrayImage image = files.image(file)) {
            return FingerTemplate.extract(image);
        }
    }
}
