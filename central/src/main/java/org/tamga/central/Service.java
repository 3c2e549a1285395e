package org.tamga.central;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.tamga.central.ingest.CentralServer;
import org.tamga.central.ingest.ItemIngest;
import org.tamga.central.ingest.StationPort;
import org.tamga.central.page.PublicPort;
import org.tamga.central.register.Publication;
import org.tamga.central.register.RegisterShelf;
import org.tamga.central.results.ResultsReader;
import org.tamga.central.tally.ConfirmationCodes;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.wire.Digests;

/** Puts the running centre together from an opened home. */
public final class Service {
    private final Centre centre;
    private final Clock clock;
    private final ElectionPackage election;
    private final byte[] packageBytes;

    /**
     * @throws CentralFailure CN-53 if nothing is published yet
     */
    public Service(Centre centre, Clock clock) {
        this.centre = centre;
        this.clock = clock;
        this.election = Publication.current(centre, clock.instant());
        this.packageBytes = CentralHome.read(centre.home().electionPackage());
    }

    /** The published election. */
    public ElectionPackage election() {
        return election;
    }

    /** What takes items in. */
    public ItemIngest ingest() {
        return new ItemIngest(
                centre.database(),
                election,
                Digests.sha256Hex(packageBytes),
                centre.keys().central(),
                clock);
    }

    /** The registers for the operator terminals. */
    public RegisterShelf registers() {
        return new RegisterShelf(centre.home(), centre.database(), election);
    }

    /**
     * Starts the servers.
     *
     * @throws CentralFailure CN-25 if a port cannot be had
     */
    public CentralServer start(CentralServer.Listen listen) {
        CentralHome home = centre.home();
        var bundle =
                FileBundle.of(
                        Map.of(
                                "election-package.json",
                                packageBytes,
                                "election-package.json.sig",
                                CentralHome.read(CentralHome.signatureOf(home.electionPackage()))));
        var stations = new StationPort(ingest(), registers(), bundle, clock);
        var page =
                new PublicPort(
                        election,
                        new ResultsReader(centre.database(), election),
                        () -> ConfirmationCodes.list(centre.database(), election),
                        clock);
        try {
            return CentralServer.start(
                    listen, centre.keys().tls(), centre.keys().tlsPassword(), stations, page);
        } catch (IOException e) {
            throw CentralFailure.usage(
                    "CN-25",
                    "cannot listen on %s, ports %d and %d: %s"
                            .formatted(
                                    listen.address(),
                                    listen.stationPort(),
                                    listen.pagePort(),
                                    e.getMessage()));
        }
    }
}
