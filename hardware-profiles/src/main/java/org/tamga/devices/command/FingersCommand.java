package org.tamga.devices.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.simulator.people.SyntheticFinger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "fingers",
        description =
                "Writes synthetic fingerprints as <finger>_<impression>.png; impression 1 is the enrolment.",
        mixinStandardHelpOptions = true)
final class FingersCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out;

    @Option(
            names = "--fingers",
            description = "how many fingers, 1 to 100,000 (default: ${DEFAULT-VALUE})")
    private int fingers = 10;

    @Option(names = "--impressions", description = "of each, 1 to 100 (default: ${DEFAULT-VALUE})")
    private int impressions = 4;

    @Option(names = "--seed", description = "same seed, same fingers (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    FingersCommand() {}

    @Override
    public Integer call() throws IOException {
        if (fingers < 1 || fingers > MOST || impressions < 1 || impressions > 100) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--fingers must lie in 1 … 100,000 and --impressions in 1 … 100");
        }
        Files.createDirectories(out);
        IntStream.rangeClosed(1, fingers).parallel().forEach(this::write);
        spec.commandLine().getOut().printf("%d images in %s%n", fingers * impressions, out);
        return 0;
    }

    private void write(int number) {
        // Neighbouring seeds must not share fingers: each run has its own stretch of the seed
        // space.
        SyntheticFinger finger = SyntheticFinger.of(seed * MOST + number);
        for (int impression = 0; impression < impressions; impression++) {
            try (FingerImage image = finger.impression(impression)) {
                Path file = out.resolve("%d_%d.png".formatted(number, impression + 1));
                ImageIO.write(image.toBufferedImage(), "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
