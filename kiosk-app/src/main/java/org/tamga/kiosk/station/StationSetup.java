package org.tamga.kiosk.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.voter.RegisterRefusal;
import org.tamga.station.StationHome;
import org.tamga.station.TerminalConfig;
import org.tamga.station.store.DocumentStore;
import org.tamga.station.store.RegisterStore;
import org.tamga.station.store.RegisterUpdate;
import org.tamga.station.vault.OfficialCode;
import org.tamga.station.vault.RegisterKeyPair;
import org.tamga.station.vault.StationIdentity;
import org.tamga.station.vault.StationKeys;

/**
 * Makes an operator terminal's home folder of the kit that the centre provisioned: checks the
 * package, makes the vault, creates the stores, imports the register. An existing home is refused,
 * never overwritten.
 */
public final class StationSetup {

    private static final List<String> COPIED =
            List.of(TerminalConfig.FILE, StationIdentity.FILE, "package", "officials");

    private final Path kit;
    private final KitInstallation installation;
    private final InstantSource clock;

    public StationSetup(Path kit, Path home, InstantSource clock) {
        this.kit = kit;
        this.installation = new KitInstallation(kit, home, TerminalKind.OPERATOR, COPIED, clock);
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
        try (TerminalStores stores = TerminalStores.create(terminal, keys, identity, clock);
                RegisterStore register =
                        RegisterStore.create(
                                files.register(),
                                keys.storeKey("register"),
                                config.electionId(),
                                config.stationId(),
                                config.terminalId())) {
            DocumentStore.create(
                            StationTerminal.documents(files),
                            keys.storeKey("documents"),
                            config.electionId() + "|" + config.terminalId())
                    .close();
            return importRegister(config, identity, stores, register);
        }
    }

    private Setup importRegister(
            TerminalConfig config,
            StationIdentity identity,
            TerminalStores stores,
            RegisterStore register)
            throws IOException {
        Optional<RegisterKeyPair> key = identity.registerKey();
        if (key.isEmpty()) {
            return new Setup.Refused("TI-03", "no register key");
        }
        RegisterImport registers =
                new RegisterImport(
                        config, key.get(), register, new StationJournal(stores.journal(), clock));
        try (Stream<Path> files = Files.list(kit.resolve("register"))) {
            for (Path file : files.sorted().toList()) {
                if (registers.take(Files.readAllBytes(file))
                        instanceof RegisterUpdate.Refused(RegisterRefusal reason, String detail)) {
                    return new Setup.Refused(reason.code(), file.getFileName() + ": " + detail);
                }
            }
        }
        return new Setup.Done(config.terminalId(), register.voters());
    }
}
