package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.FingerVerifier;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.MatchExplanation;
import org.tamga.matcher.MatchPicture;
import org.tamga.matcher.Probe;
import org.tamga.matcher.Threshold;
import org.tamga.matcher.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A 1:1 comparison as a picture, for training. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Draw two images side by side with the minutiae that were taken for the same. The"
                        + " picture is biometric data and is written only where --out says.")
public final class ExplainCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "presented finger")
    private Path presented = Path.of(".");

    @Parameters(index = "1", paramLabel = "B", description = "enrolled finger")
    private Path enrolled = Path.of(".");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "where to write the picture, PNG; a new file")
    private Path out = Path.of(".");

    @Mixin private FmrOption fmr = new FmrOption();
    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    private record Answer(
            boolean accepted, double score, double threshold, MatchExplanation pair) {}

    @Override
    public Integer call() {
        PictureFile.checkNew(out);
        Threshold threshold = Threshold.verification(fmr.perMillion());
        try (GrayImage a = files.image(presented);
                GrayImage b = files.image(enrolled)) {
            Probe probe = Probe.of(FingerTemplate.extract(a));
            FingerTemplate candidate = FingerTemplate.extract(b);
            Verification verification = FingerVerifier.verify(probe, List.of(candidate), threshold);
            PictureFile.create(out, MatchPicture.of(a, probe, b, candidate, verification));
            print(verification, probe.explain(candidate));
        }
        output.err()
                .println("warning: " + out + " shows fingerprints; delete it after the training");
        return 0;
    }

    private void print(Verification verification, MatchExplanation pair) {
        if (output.json()) {
            output.document(
                    new Answer(
                            verification.accepted(),
                            verification.score(),
                            verification.threshold(),
                            pair));
        } else {
            output.line(
                    "%s: %d of %d minutiae paired, score %.1f, needed %.1f",
                    verification.accepted() ? "same finger" : "no match",
                    pair.pairedMinutiae(),
                    pair.possibleMinutiae(),
                    verification.score(),
                    verification.threshold());
        }
    }
}
