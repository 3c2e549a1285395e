package org.tamga.kiosk.ballot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.kiosk.station.KitInstallation;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.Setup;
import org.tamga.station.StationHome;
import org.tamga.station.TerminalConfig;
import org.tamga.station.store.BallotBoxStore;
import org.tamga.station.store.JournalStore;
import org.tamga.station.store.OutboxStore;
import org.tamga.station.vault.OfficialCode;
import org.tamga.station.vault.StationIdentity;
import org.tamga.station.vault.StationKeys;

/**
 * Makes a booth's home folder of the kit that the centre provisioned. It gets no register and no
 * official's key: a booth never learns of people.
 */
public final class BoothSetup {
    private static final String SOFTWARE = "Tamga 0.1.0";
    private static final List<String> FILES =
            List.of(TerminalConfig.FILE, StationIdentity.FILE, "package");

    private final KitInstallation installation;
    private final InstantSource clock;

    public BoothSetup(Path kit, Path home, InstantSource clock) {
        this.installation = new KitInstallation(kit, home, TerminalKind.BOOTH, FILES, clock);
        this.clock = clock;
    }

    /**
     * @param codes the officials' codes; the caller closes them
     */
    public Setup run(List<OfficialCode> codes) {
        return installation.run(codes, this::createStores);
    }

    private Setup createStores(LockedTerminal terminal, StationKeys keys, StationIdentity identity)
            throws IOException {
        TerminalConfig config = terminal.config();
        StationHome files = new StationHome(terminal.home());
        Files.createDirectories(files.data());
        BallotBoxStore.create(
                        files.ballots(),
                        keys.storeKey("ballots"),
                        config.electionId(),
                        config.terminalId(),
                        terminal.electionPackage().policies().logBatchMinimum())
                .close();
        OutboxStore.create(
                        files.outbox(),
                        keys.storeKey("outbox"),
                        config.electionId(),
                        config.stationId(),
                        config.terminalId(),
                        identity.signer())
                .close();
        try (JournalStore journal =
                JournalStore.create(
                        files.journal(),
                        keys.storeKey("journal"),
                        config.electionId(),
                        config.terminalId(),
                        identity.signer())) {
            append(journal, EventType.INSTALLED, Map.of("software", SOFTWARE));
            append(
                    journal,
                    EventType.PACKAGE_ACCEPTED,
                    Map.of(
                            "version",
                            Integer.toString(terminal.electionPackage().packageVersion()),
                            "hash",
                            terminal.packageHash()));
        }
        return new Setup.Done(config.terminalId(), 0);
    }

    private void append(JournalStore journal, EventType type, Map<String, String> data) {
        journal.append(type, clock.instant(), JournalEvent.SYSTEM, data);
    }
}
