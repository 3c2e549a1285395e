package org.tamga.central;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.tamga.central.register.KitWriter;
import org.tamga.central.register.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "provision", description = "Writes what a station's terminals are set up from.")
final class ProvisionCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private HomeOption home;

    @Option(names = "--station", required = true, paramLabel = "ID")
    @SuppressWarnings("NullAway.Init") // set by picocli, required
    private String station;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    @SuppressWarnings("NullAway.Init") // set by picocli, required
    private Path out;

    @Option(
            names = "--url",
            defaultValue = "https://127.0.0.1:8443",
            description = "Where the terminals reach the centre (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String url;

    @Override
    public Integer call() {
        try (Centre centre = home.open()) {
            var published = Publication.current(centre, Instant.now());
            new KitWriter(centre, published, url)
                    .write(station, out)
                    .forEach(folder -> System.out.println("Kit: " + folder));
            return 0;
        }
    }
}
