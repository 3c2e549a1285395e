package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.Portrait;
import org.tamga.matcher.face.portrait.PortraitCheck;
import org.tamga.matcher.face.portrait.PortraitMeasures;
import org.tamga.matcher.face.portrait.PortraitReason;
import org.tamga.matcher.face.portrait.PortraitReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether pictures are fit for the register. */
@Command(
        name = "portrait",
        mixinStandardHelpOptions = true,
        description =
                "Is a picture fit for the register? Exit code 0 when nothing is wrong with any, else 1."
                        + " Findings marked ~ rest on an estimate.")
final class FacePortraitCommand implements Callable<Integer> {
    private static final int CROP_WIDTH = 480;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "pictures")
    private List<Path> files = List.of();

    @Option(
            names = "--crop",
            paramLabel = "DIR",
            description =
                    "also write each face as a token portrait, 480 × 640, into this folder; new"
                            + " files")
    private @Nullable Path crops;

    @Mixin private ModelFolder folder = new ModelFolder();
    @Mixin private Output output = new Output();

    private record Reason(
            String code, String reason, boolean estimate, double measured, double limit) {}

    private record Answer(
            String file, int score, List<Reason> findings, @Nullable PortraitMeasures measures) {}

    @Override
    public Integer call() {
        List<Answer> answers = new ArrayList<>();
        try (FaceDetector detector = FaceDetector.open(folder.store())) {
            for (Path file : files) {
                try (FaceImage image = FaceFiles.image(file)) {
                    List<FaceBox> faces = FaceFiles.faces(detector.detect(image));
                    answers.add(answer(file, PortraitCheck.check(image, faces)));
                    crop(file, image, faces);
                }
            }
        }
        if (output.json()) {
            output.document(answers);
        } else {
            answers.forEach(this::print);
        }
        return answers.stream().allMatch(answer -> answer.findings().isEmpty()) ? 0 : 1;
    }

    private static Answer answer(Path file, PortraitReport report) {
        return new Answer(
                file.toString(),
                report.score(),
                report.findings().stream()
                        .map(
                                finding ->
                                        new Reason(
                                                finding.reason().code(),
                                                words(finding.reason()),
                                                finding.reason().isEstimate(),
                                                finding.measured(),
                                                finding.limit()))
                        .toList(),
                report.measures().orElse(null));
    }

    private void print(Answer answer) {
        output.line("%s: %d", answer.file(), answer.score());
        for (Reason reason : answer.findings()) {
            output.line(
                    "  %s%s %-18s %.2f, limit %.2f",
                    reason.estimate() ? "~" : " ",
                    reason.code(),
                    reason.reason(),
                    reason.measured(),
                    reason.limit());
        }
    }

    private void crop(Path file, FaceImage image, List<FaceBox> faces) {
        if (crops == null || faces.size() != 1 || !faces.getFirst().isUsable()) {
            return;
        }
        Path target = crops.resolve(file.getFileName() + ".png");
        PictureFile.create(
                target, Portrait.crop(image.toBufferedImage(), faces.getFirst(), CROP_WIDTH));
    }

    private static String words(PortraitReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
