package org.tamga.central;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.tamga.central.register.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "publish",
        description = "Signs the election package, the stations' registers and card lists.")
final class PublishCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private HomeOption home;

    @Override
    public Integer call() {
        try (Centre centre = home.open()) {
            Publication.Outcome outcome = new Publication(centre, Instant.now()).run();
            System.out.printf(
                    "Election package %s, version %d%n",
                    outcome.electionPackage().electionId(),
                    outcome.electionPackage().packageVersion());
            outcome.registers()
                    .forEach(
                            register ->
                                    System.out.printf(
                                            "Station %s: register version %d%s, %d voters, %d"
                                                    + " cards%n",
                                            register.station(),
                                            register.version(),
                                            register.fresh() ? "" : " (unchanged)",
                                            register.voters(),
                                            outcome.cards().get(register.station())));
            return 0;
        }
    }
}
