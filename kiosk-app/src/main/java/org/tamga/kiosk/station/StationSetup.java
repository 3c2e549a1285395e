package org.tamga.kiosk.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.voter.RegisterContent;
import org.tamga.election.voter.RegisterFiles;
import org.tamga.election.voter.RegisterOpening;
import org.tamga.election.wire.Digests;
import org.tamga.station.StationHome;
import org.tamga.station.TerminalConfig;
import org.tamga.station.store.DocumentStore;
import org.tamga.station.store.JournalStore;
import org.tamga.station.store.OutboxStore;
import org.tamga.station.store.RegisterStore;
import org.tamga.station.store.RegisterUpdate;
import org.tamga.station.store.StoreException;
import org.tamga.station.vault.IdentityOpening;
import org.tamga.station.vault.OfficialCode;
import org.tamga.station.vault.RegisterKeyPair;
import org.tamga.station.vault.StationIdentity;
import org.tamga.station.vault.StationKeys;
import org.tamga.station.vault.StationVault;
import org.tamga.station.vault.VaultOpening;

/**
 * Makes an operator terminal's home folder of the kit that the centre provisioned: checks the
 * package, makes the vault, creates the stores, imports the register. An existing home is refused,
 * never overwritten.
 */
public final class StationSetup {

    /** Name and version under which a terminal's journal begins. */
    public static final String SOFTWARE = "Tamga 0.1.0";

    private static final List<String> COPIED =
            List.of(TerminalConfig.FILE, StationIdentity.FILE, "package", "officials");

    private final Path kit;
    private final Path home;
    private final InstantSource clock;

    public StationSetup(Path kit, Path home, InstantSource clock) {
        this.kit = kit;
        this.home = home;
        this.clock = clock;
    }

    /**
     * @param codes the officials' codes; the caller closes them
     */
    public Setup run(List<OfficialCode> codes) {
        if (Files.exists(home.resolve(StationVault.FILE))) {
            return new Setup.Refused("SU-01", "already set up: " + home);
        }
        try {
            copyKit();
            return switch (LockedTerminal.prepare(home, TerminalKind.OPERATOR, clock)) {
                case LockedTerminal.Unusable(String code, String detail) ->
                        new Setup.Refused(code, detail);
                case LockedTerminal.Prepared(LockedTerminal terminal) -> create(terminal, codes);
            };
        } catch (IOException e) {
            return new Setup.Refused("SU-02", String.valueOf(e.getMessage()));
        } catch (StoreException e) {
            return new Setup.Refused(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private void copyKit() throws IOException {
        Files.createDirectories(home);
        for (String name : COPIED) {
            Path source = kit.resolve(name);
            if (!Files.exists(source)) {
                throw new IOException("the kit lacks " + name);
            }
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.toList()) {
                    Path target = home.resolve(kit.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private Setup create(LockedTerminal terminal, List<OfficialCode> codes) throws IOException {
        char[] password =
                Files.readString(kit.resolve("identity.secret"), StandardCharsets.UTF_8)
                        .strip()
                        .toCharArray();
        int threshold = terminal.electionPackage().policies().unlockThreshold();
        return switch (StationVault.create(home, codes, threshold, password)) {
            case VaultOpening.Refused refused ->
                    new Setup.Refused(refused.reason().code(), refused.detail());
            case VaultOpening.Unlocked(StationKeys keys) -> {
                try (keys) {
                    yield switch (StationIdentity.open(home, keys.identityPassword())) {
                        case IdentityOpening.Refused refused ->
                                new Setup.Refused(refused.reason().code(), refused.detail());
                        case IdentityOpening.Opened(StationIdentity identity) ->
                                createStores(terminal, keys, identity);
                    };
                }
            }
        };
    }

    private Setup createStores(LockedTerminal terminal, StationKeys keys, StationIdentity identity)
            throws IOException {
        TerminalConfig config = terminal.config();
        StationHome files = new StationHome(home);
        Files.createDirectories(files.data());
        OutboxStore.create(
                        files.outbox(),
                        keys.storeKey("outbox"),
                        config.electionId(),
                        config.stationId(),
                        config.terminalId(),
                        identity.signer())
                .close();
        DocumentStore.create(
                        StationTerminal.documents(files),
                        keys.storeKey("documents"),
                        config.electionId() + "|" + config.terminalId())
                .close();
        try (JournalStore journal =
                        JournalStore.create(
                                files.journal(),
                                keys.storeKey("journal"),
                                config.electionId(),
                                config.terminalId(),
                                identity.signer());
                RegisterStore register =
                        RegisterStore.create(
                                files.register(),
                                keys.storeKey("register"),
                                config.electionId(),
                                config.stationId(),
                                config.terminalId())) {
            append(journal, EventType.INSTALLED, Map.of("software", SOFTWARE));
            append(
                    journal,
                    EventType.PACKAGE_ACCEPTED,
                    Map.of(
                            "version",
                            Integer.toString(terminal.electionPackage().packageVersion()),
                            "hash",
                            Digests.sha256Hex(Files.readAllBytes(files.packageFile()))));
            return importRegister(config, identity, journal, register);
        }
    }

    private Setup importRegister(
            TerminalConfig config,
            StationIdentity identity,
            JournalStore journal,
            RegisterStore register)
            throws IOException {
        Optional<RegisterKeyPair> key = identity.registerKey();
        if (key.isEmpty()) {
            return new Setup.Refused("TI-03", "no register key");
        }
        try (Stream<Path> files = Files.list(kit.resolve("register"))) {
            for (Path file : files.sorted().toList()) {
                Optional<Setup.Refused> refused =
                        importFile(file, config, key.get(), journal, register);
                if (refused.isPresent()) {
                    return refused.get();
                }
            }
        }
        return new Setup.Done(config.terminalId(), register.voters());
    }

    private Optional<Setup.Refused> importFile(
            Path file,
            TerminalConfig config,
            RegisterKeyPair key,
            JournalStore journal,
            RegisterStore register)
            throws IOException {
        RegisterOpening opening =
                RegisterFiles.open(
                        Files.readAllBytes(file),
                        key.privateKey(),
                        key.rawPublic(),
                        config.centralPublicKey(),
                        config.electionId(),
                        config.stationId(),
                        register.version());
        return switch (opening) {
            case RegisterOpening.Refused refused -> {
                append(
                        journal,
                        EventType.REGISTER_REFUSED,
                        Map.of("reason", refused.reason().code()));
                yield Optional.of(
                        new Setup.Refused(
                                refused.reason().code(),
                                file.getFileName() + ": " + refused.detail()));
            }
            case RegisterOpening.Accepted(RegisterContent content) -> {
                try (content) {
                    yield applied(register.apply(content), content, journal);
                }
            }
        };
    }

    private Optional<Setup.Refused> applied(
            RegisterUpdate update, RegisterContent content, JournalStore journal) {
        return switch (update) {
            case RegisterUpdate.Refused refused -> {
                append(
                        journal,
                        EventType.REGISTER_REFUSED,
                        Map.of("reason", refused.reason().code()));
                yield Optional.of(new Setup.Refused(refused.reason().code(), refused.detail()));
            }
            case RegisterUpdate.Applied applied -> {
                append(
                        journal,
                        EventType.REGISTER_IMPORTED,
                        Map.of(
                                "version",
                                Integer.toString(applied.version()),
                                "voters",
                                Integer.toString(applied.voters()),
                                "kind",
                                content.kind().name()));
                yield Optional.empty();
            }
        };
    }

    private void append(JournalStore journal, EventType type, Map<String, String> data) {
        journal.append(type, clock.instant(), JournalEvent.SYSTEM, data);
    }
}
