package org.tamga.kiosk.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tamga.election.definition.TerminalKind;
import org.tamga.station.store.StoreException;
import org.tamga.station.vault.IdentityOpening;
import org.tamga.station.vault.OfficialCode;
import org.tamga.station.vault.StationIdentity;
import org.tamga.station.vault.StationKeys;
import org.tamga.station.vault.StationVault;
import org.tamga.station.vault.VaultOpening;

/**
 * What the setup of every terminal begins with: the kit is copied, the package checked, the vault
 * made. An existing home is refused, never overwritten.
 *
 * @param files names in the kit that the terminal keeps
 */
public record KitInstallation(
        Path kit, Path home, TerminalKind kind, List<String> files, InstantSource clock) {

    public KitInstallation {
        files = List.copyOf(files);
    }

    /** Creates the stores of one kind of terminal. */
    @FunctionalInterface
    public interface Stores {
        Setup create(LockedTerminal terminal, StationKeys keys, StationIdentity identity)
                throws IOException;
    }

    /**
     * @param codes the officials' codes; the caller closes them
     */
    public Setup run(List<OfficialCode> codes, Stores stores) {
        if (Files.exists(home.resolve(StationVault.FILE))) {
            return new Setup.Refused("SU-01", "already set up: " + home);
        }
        try {
            copyKit();
            return switch (LockedTerminal.prepare(home, kind, clock)) {
                case LockedTerminal.Unusable(String code, String detail) ->
                        new Setup.Refused(code, detail);
                case LockedTerminal.Prepared(LockedTerminal terminal) ->
                        create(terminal, codes, stores);
            };
        } catch (IOException e) {
            return new Setup.Refused("SU-02", FileProblem.of(kit, e));
        } catch (StoreException e) {
            return new Setup.Refused(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private void copyKit() throws IOException {
        Files.createDirectories(home);
        for (String name : files) {
            Path source = kit.resolve(name);
            if (!Files.exists(source)) {
                throw new IOException("the kit lacks " + name);
            }
            try (Stream<Path> found = Files.walk(source)) {
                for (Path file : found.toList()) {
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

    private Setup create(LockedTerminal terminal, List<OfficialCode> codes, Stores stores)
            throws IOException {
        char[] password =
                Files.readString(kit.resolve("identity.secret"), StandardCharsets.UTF_8)
                        .strip()
                        .toCharArray();
        int threshold = terminal.electionPackage().policies().unlockThreshold();
        try {
            return switch (StationVault.create(home, codes, threshold, password)) {
                case VaultOpening.Refused refused ->
                        new Setup.Refused(refused.reason().code(), refused.detail());
                case VaultOpening.Unlocked(StationKeys keys) -> {
                    try (keys) {
                        yield createStores(terminal, keys, stores);
                    }
                }
            };
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Setup createStores(LockedTerminal terminal, StationKeys keys, Stores stores)
            throws IOException {
        return switch (StationIdentity.open(home, keys.identityPassword())) {
            case IdentityOpening.Refused refused ->
                    new Setup.Refused(refused.reason().code(), refused.detail());
            case IdentityOpening.Opened(StationIdentity identity) ->
                    stores.create(terminal, keys, identity);
        };
    }
}
