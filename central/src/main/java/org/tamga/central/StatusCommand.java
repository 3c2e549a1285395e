package org.tamga.central;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tamga.central.ingest.ItemTable;
import org.tamga.central.register.Publication;
import org.tamga.central.results.Results;
import org.tamga.central.results.ResultsReader;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "What has been received and what is still missing.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private HomeOption home;

    @Override
    public Integer call() {
        try (Centre centre = home.open()) {
            ElectionPackage election = Publication.current(centre, Instant.now());
            var reader = new ResultsReader(centre.database(), election);
            Results results = reader.results();
            System.out.printf(
                    "%s, package version %d: protocols of %d of %d stations, electronic votes %s%n",
                    election.electionId(),
                    election.packageVersion(),
                    results.stationsCounted(),
                    results.stationsInAll(),
                    results.onlineCounted() ? "decrypted" : "not decrypted");
            reader.turnout()
                    .stations()
                    .forEach(
                            turnout ->
                                    System.out.printf(
                                            "Station %s: %d of %d identified (paper %d, online %d,"
                                                    + " outside %d) at %s%n",
                                            turnout.station(),
                                            turnout.identified(),
                                            turnout.registered(),
                                            turnout.identifiedPaper(),
                                            turnout.identifiedOnline(),
                                            turnout.identifiedMobile(),
                                            turnout.at()));
            for (Station station : election.stations()) {
                for (Terminal terminal : station.terminals()) {
                    System.out.printf("%s: %s%n", terminal.id(), items(centre, terminal));
                }
            }
            return 0;
        }
    }

    private static String items(Centre centre, Terminal terminal) {
        var counts =
                centre.database()
                        .transaction(connection -> new ItemTable(connection).counts(terminal.id()));
        return counts.isEmpty()
                ? "nothing received"
                : counts.entrySet().stream()
                        .map(
                                count ->
                                        "%d %s"
                                                .formatted(
                                                        count.getValue(),
                                                        count.getKey().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "));
    }
}
