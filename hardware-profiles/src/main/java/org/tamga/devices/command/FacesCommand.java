package org.tamga.devices.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.tamga.devices.simulator.people.SyntheticFace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "faces",
        description =
                "Writes drawn faces as <face>_1.png (the stored photo) and <face>_2.png (before the camera).",
        mixinStandardHelpOptions = true)
final class FacesCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out;

    @Option(
            names = "--count",
            description = "how many people, 1 to 100,000 (default: ${DEFAULT-VALUE})")
    private int count = 10;

    @Option(names = "--seed", description = "same seed, same faces (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    FacesCommand() {}

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > 100_000) {
            throw new ParameterException(spec.commandLine(), "--count must lie in 1 … 100,000");
        }
        Files.createDirectories(out);
        for (int number = 1; number <= count; number++) {
            SyntheticFace face = SyntheticFace.of(seed * 100_000 + number);
            for (int n = 0; n < 2; n++) {
                Path file = out.resolve("%d_%d.png".formatted(number, n + 1));
                ImageIO.write(face.capture(n), "png", file.toFile());
            }
        }
        spec.commandLine().getOut().printf("%d images in %s%n", 2 * count, out);
        return 0;
    }
}
