package org.tamga.kiosk.ballot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.tamga.election.definition.TerminalKind;
import org.tamga.kiosk.station.KitInstallation;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.Setup;
import org.tamga.kiosk.station.TerminalStores;
import org.tamga.station.StationHome;
import org.tamga.station.TerminalConfig;
import org.tamga.station.store.BallotBoxStore;
import org.tamga.station.vault.OfficialCode;
import org.tamga.station.vault.StationIdentity;
import org.tamga.station.vault.StationKeys;

/**
 * Makes a booth's home folder of the kit that the centre provisioned. It gets no register and no
 * official's key: a booth never learns of people.
 */
public final class BoothSetup {
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
        TerminalStores.create(terminal, keys, identity, clock).close();
        BallotBoxStore.create(
                        new StationHome(terminal.home()).ballots(),
                        keys.storeKey("ballots"),
                        config.electionId(),
                        config.terminalId(),
                        terminal.electionPackage().policies().logBatchMinimum())
                .close();
        return new Setup.Done(config.terminalId(), 0);
    }
}
