package org.tamga.matcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.Identification;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.Threshold;
import org.tamga.matcher.evaluation.FingerSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 1:N of one image among a folder. */
@Command(
        name = "identify",
        mixinStandardHelpOptions = true,
        description =
                "Whose finger is it? Images <finger>_<impression>.<ext> of FOLDER are the gallery, each"
                        + " finger one subject; the probe's own file is left out. Exit code 0"
                        + " identified, 1 not.")
public final class IdentifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PROBE", description = "presented finger")
    private Path probe = Path.of(".");

    @Parameters(index = "1", paramLabel = "FOLDER", description = "enrolled fingers")
    private Path folder = Path.of(".");

    @Option(
            names = "--fpir",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "strangers identified as somebody per million searches (default ${DEFAULT-VALUE})")
    private int fpirPerMillion = 1000;

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    /**
     * @param probe what is wrong with the presented image
     * @param skipped images of the folder that could not be read, and why
     */
    private record Answer(
            String outcome,
            double threshold,
            List<Identification.Candidate> candidates,
            Set<QualityReason> probe,
            List<String> skipped) {}

    /** The presented finger. */
    private record Presented(FingerTemplate template, Set<QualityReason> reasons) {}

    @Override
    public Integer call() {
        if (fpirPerMillion < 1 || fpirPerMillion > 100_000) {
            throw new CommandFailure("--fpir must be 1 to 100000, not " + fpirPerMillion, "MC-01");
        }
        Presented presented = presented();
        FingerSet set = enrolled();
        FingerGallery gallery = gallery(set);
        Threshold threshold = gallery.threshold(fpirPerMillion, 1);
        Identification found = gallery.identify(presented.template(), threshold);
        Answer answer = answer(found, presented.reasons(), set.unreadable());
        if (output.json()) {
            output.document(answer);
        } else {
            print(answer, gallery);
        }
        return found instanceof Identification.Identified ? 0 : 1;
    }

    private void print(Answer answer, FingerGallery gallery) {
        output.line(
                "%s; %d subjects, %d templates%s, needed %.1f",
                answer.outcome(),
                gallery.size(),
                gallery.templates(),
                answer.skipped().isEmpty() ? "" : ", %d skipped".formatted(answer.skipped().size()),
                answer.threshold());
        answer.candidates()
                .forEach(
                        candidate ->
                                output.line("%8.1f  %s", candidate.score(), candidate.subject()));
        if (answer.candidates().isEmpty() && !answer.probe().isEmpty()) {
            output.line("quality of %s: %s", probe, QualityCommand.words(answer.probe()));
        }
    }

    private Presented presented() {
        try (GrayImage image = files.image(probe)) {
            return new Presented(FingerTemplate.extract(image), FingerQuality.of(image).reasons());
        }
    }

    private FingerSet enrolled() {
        FingerSet set;
        try (Progress progress = new Progress(output.err())) {
            set = files.enrolled(List.of(folder), progress);
        }
        set.unreadable().forEach(line -> output.err().println("skipped " + line));
        return set;
    }

    private FingerGallery gallery(FingerSet set) {
        FingerGallery.Builder builder = FingerGallery.builder();
        for (FingerSet.Sample sample : set.samples()) {
            if (!isProbe(sample.file().path())) {
                builder.add(sample.file().finger(), 0, sample.template());
            }
        }
        return builder.build();
    }

    private boolean isProbe(Path file) {
        try {
            return Files.isSameFile(file, probe);
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file, "MC-02");
        }
    }

    private static Answer answer(
            Identification identification, Set<QualityReason> reasons, List<String> skipped) {
        return switch (identification) {
            case Identification.Identified found ->
                    new Answer(
                            "identified",
                            found.threshold(),
                            List.of(
                                    new Identification.Candidate(
                                            found.subject(), found.finger(), found.score())),
                            reasons,
                            skipped);
            case Identification.NoMatch none ->
                    new Answer("no match", none.threshold(), List.of(), reasons, skipped);
            case Identification.Ambiguous several ->
                    new Answer(
                            "ambiguous", several.threshold(), several.subjects(), reasons, skipped);
        };
    }
}
