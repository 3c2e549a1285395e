package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where faces are. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = "Faces in images. Exit code 0 when each image has one, else 1.")
final class FaceDetectCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "images")
    private List<Path> files = List.of();

    @Option(
            names = "--side",
            paramLabel = "N",
            defaultValue = "640",
            description = "larger images are scaled to this many pixels (default ${DEFAULT-VALUE})")
    private int side = FaceDetector.DEFAULT_SIDE;

    @Mixin private ModelFolder folder = new ModelFolder();
    @Mixin private Output output = new Output();

    private record Answer(String file, int width, int height, List<FaceBox> faces) {}

    @Override
    public Integer call() {
        if (side < 64 || side > 1920) {
            throw new CommandFailure("--side must be 64 to 1920, not " + side, "MC-01");
        }
        List<Answer> answers = new ArrayList<>();
        try (FaceDetector detector = FaceDetector.open(folder.store())) {
            for (Path file : files) {
                try (FaceImage image = FaceFiles.image(file)) {
                    answers.add(
                            new Answer(
                                    file.toString(),
                                    image.width(),
                                    image.height(),
                                    FaceFiles.faces(detector.detect(image, side))));
                }
            }
        }
        if (output.json()) {
            output.document(answers);
        } else {
            answers.forEach(this::print);
        }
        return answers.stream().allMatch(answer -> answer.faces().size() == 1) ? 0 : 1;
    }

    private void print(Answer answer) {
        output.line(
                "%s: %d×%d, %d face%s",
                answer.file(),
                answer.width(),
                answer.height(),
                answer.faces().size(),
                answer.faces().size() == 1 ? "" : "s");
        for (FaceBox face : answer.faces()) {
            output.line(
                    "  score %.2f  at %.0f,%.0f  %.0f×%.0f  eyes %.0f pixels apart",
                    face.score(),
                    face.x(),
                    face.y(),
                    face.width(),
                    face.height(),
                    face.eyeDistance());
        }
    }
}
