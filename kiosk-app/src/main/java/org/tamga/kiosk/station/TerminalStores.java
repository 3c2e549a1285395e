package org.tamga.kiosk.station;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tamga.election.definition.PackageRefusal;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.station.StationHome;
import org.tamga.station.TerminalConfig;
import org.tamga.station.store.JournalStore;
import org.tamga.station.store.OutboxStore;
import org.tamga.station.store.StoreException;
import org.tamga.station.vault.OfficialCode;
import org.tamga.station.vault.StationIdentity;
import org.tamga.station.vault.StationKeys;

/** The stores that a terminal of every kind has, and how its journal begins and goes on. */
public record TerminalStores(JournalStore journal, OutboxStore outbox) implements AutoCloseable {

    /** Name and version under which a terminal's journal begins. */
    public static final String SOFTWARE = "Tamga 0.1.0";

    /** New stores; the journal says what was installed and which package was accepted. */
    public static TerminalStores create(
            LockedTerminal terminal,
            StationKeys keys,
            StationIdentity identity,
            InstantSource clock)
            throws IOException {
        TerminalConfig config = terminal.config();
        StationHome files = new StationHome(terminal.home());
        Files.createDirectories(files.data());
        OutboxStore outbox =
                OutboxStore.create(
                        files.outbox(),
                        keys.storeKey("outbox"),
                        config.electionId(),
                        config.stationId(),
                        config.terminalId(),
                        identity.signer());
        JournalStore journal =
                JournalStore.create(
                        files.journal(),
                        keys.storeKey("journal"),
                        config.electionId(),
                        config.terminalId(),
                        identity.signer());
        TerminalStores stores = new TerminalStores(journal, outbox);
        stores.append(clock, EventType.INSTALLED, Map.of("software", SOFTWARE));
        stores.append(
                clock,
                EventType.PACKAGE_ACCEPTED,
                Map.of(
                        "version",
                        Integer.toString(terminal.electionPackage().packageVersion()),
                        "hash",
                        terminal.packageHash()));
        return stores;
    }

    /**
     * Opens what {@link #create} made, makes the terminal of it, and records its start.
     *
     * @param terminal opens the stores that only this kind of terminal has
     * @return refused with ST-nn, or {@code EP-07}: the package is not the one that the journal
     *     says was accepted
     */
    public static <T> Unlocking<T> unlock(
            LockedTerminal locked,
            StationKeys keys,
            StationIdentity identity,
            List<OfficialCode> codes,
            InstantSource clock,
            Function<TerminalStores, T> terminal) {
        TerminalStores stores;
        try {
            stores = open(locked, keys, identity);
        } catch (StoreException e) {
            return new Unlocking.Refused<>(e.code());
        }
        Unlocking<T> unlocking = stores.start(locked, codes, clock, terminal);
        if (unlocking instanceof Unlocking.Refused) {
            stores.close();
        }
        return unlocking;
    }

    private <T> Unlocking<T> start(
            LockedTerminal locked,
            List<OfficialCode> codes,
            InstantSource clock,
            Function<TerminalStores, T> terminal) {
        // First of all: whatever is refused now, the journal is closed cleanly afterwards.
        if (!journal.endedCleanly()) {
            append(
                    clock,
                    EventType.RESTARTED_AFTER_POWER_LOSS,
                    Map.of("lastSeq", Long.toString(journal.lastSeq())));
        }
        if (!locked.isAcceptedIn(journal)) {
            String reason = PackageRefusal.REPLACED.code();
            append(clock, EventType.PACKAGE_REFUSED, Map.of("reason", reason));
            return new Unlocking.Refused<>(reason);
        }
        try {
            T opened = terminal.apply(this);
            append(clock, EventType.UNLOCKED, Map.of("officials", ids(codes)));
            return new Unlocking.Unlocked<>(opened);
        } catch (StoreException e) {
            return new Unlocking.Refused<>(e.code());
        }
    }

    private static TerminalStores open(
            LockedTerminal terminal, StationKeys keys, StationIdentity identity) {
        TerminalConfig config = terminal.config();
        StationHome files = new StationHome(terminal.home());
        return new TerminalStores(
                JournalStore.open(
                        files.journal(),
                        keys.storeKey("journal"),
                        config.electionId(),
                        config.terminalId(),
                        identity.signer()),
                OutboxStore.open(
                        files.outbox(),
                        keys.storeKey("outbox"),
                        config.electionId(),
                        config.stationId(),
                        config.terminalId(),
                        identity.signer()));
    }

    private static String ids(List<OfficialCode> codes) {
        return codes.stream()
                .map(OfficialCode::officialId)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Appends what the terminal does by itself. */
    public void append(InstantSource clock, EventType type, Map<String, String> data) {
        journal.append(type, clock.instant(), JournalEvent.SYSTEM, data);
    }

    /** Marks the journal's clean end. */
    @Override
    public void close() {
        outbox.close();
        journal.close();
    }
}
