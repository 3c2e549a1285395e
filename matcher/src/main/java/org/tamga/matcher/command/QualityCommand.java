package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.QualityReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Quality of single images. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "Quality 0–100 of finger images, with what is wrong with them.")
public final class QualityCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "image files")
    private List<Path> images = List.of();

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    private record Line(String file, int score, Set<QualityReason> reasons) {}

    @Override
    public Integer call() {
        List<Line> lines = new ArrayList<>();
        for (Path file : images) {
            try (GrayImage image = files.image(file)) {
                FingerQuality quality = FingerQuality.of(image);
                lines.add(new Line(file.toString(), quality.score(), quality.reasons()));
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
                                    String.join(
                                            " ",
                                            line.reasons().stream().map(Enum::name).toList())));
        }
        return 0;
    }
}
