package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Images to a template file. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Extracts the minutiae of images into one template file.")
final class TemplateExtractCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "impressions, one an image")
    private List<Path> images = List.of();

    @Option(
            names = "--position",
            paramLabel = "FINGER",
            converter = PositionWord.class,
            description =
                    "finger of the images, such as right-index or left-thumb; once for all images,"
                            + " or once for each in their order")
    private List<FingerPosition> positions = List.of();

    @Mixin private TemplateFiles templates = new TemplateFiles();
    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        if (positions.size() > 1 && positions.size() != images.size()) {
            throw new CommandFailure(
                    "--position once, or once for each image, not %d times for %d"
                            .formatted(positions.size(), images.size()),
                    "MC-01");
        }
        List<FingerImpression> impressions = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            try (GrayImage image = files.image(images.get(i))) {
                impressions.add(new FingerImpression(position(i), FingerTemplate.extract(image)));
            }
        }
        templates.write(impressions, output);
        return 0;
    }

    private FingerPosition position(int image) {
        return switch (positions.size()) {
            case 0 -> FingerPosition.UNKNOWN;
            case 1 -> positions.getFirst();
            default -> positions.get(image);
        };
    }
}
