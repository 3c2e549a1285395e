package org.tamga.central;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tamga.central.tally.RecordManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "manifest",
        aliases = "record",
        description = "Lists and signs all files of a public record anew.")
final class ManifestCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private HomeOption home;

    @Option(
            names = {"--out", "--dir"},
            required = true,
            paramLabel = "DIR",
            description = "Public record.")
    @SuppressWarnings("NullAway.Init") // set by picocli, required
    private Path out;

    @Override
    public Integer call() {
        if (!Files.isDirectory(out)) {
            throw CentralFailure.usage("CN-86", "there is no record in " + out);
        }
        try (Centre centre = home.open()) {
            RecordManifest manifest =
                    RecordManifest.sign(
                            out, centre.definition().electionId(), centre.keys().central());
            System.out.printf("%d files listed and signed.%n", manifest.files().size());
            return 0;
        }
    }
}
