package org.tamga.kiosk.station;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.PackageRefusal;
import org.tamga.election.definition.Station;
import org.tamga.election.journal.EventType;
import org.tamga.matcher.FingerGallery;
import org.tamga.station.StationHome;
import org.tamga.station.TerminalConfig;
import org.tamga.station.register.GalleryLoader;
import org.tamga.station.store.DocumentStore;
import org.tamga.station.store.JournalStore;
import org.tamga.station.store.OutboxStore;
import org.tamga.station.store.RegisterStore;
import org.tamga.station.store.StoreException;
import org.tamga.station.sync.CentralClient;
import org.tamga.station.sync.ClientLimits;
import org.tamga.station.vault.OfficialCode;
import org.tamga.station.vault.StationIdentity;
import org.tamga.station.vault.StationKeys;

/**
 * An unlocked operator terminal: its stores, its identity, the gallery in memory. The workflows are
 * made of it in {@link StationDesks}; nothing else opens a store.
 */
public final class StationTerminal implements AutoCloseable {

    private final LockedTerminal locked;
    private final StationIdentity identity;
    private final JournalStore journalStore;
    private final StationJournal journal;
    private final RegisterStore register;
    private final OutboxStore outbox;
    private final DocumentStore documents;
    private final FingerGallery gallery;

    private StationTerminal(
            LockedTerminal locked,
            StationKeys keys,
            StationIdentity identity,
            InstantSource clock) {
        TerminalConfig config = locked.config();
        StationHome files = new StationHome(locked.home());
        this.locked = locked;
        this.identity = identity;
        this.journalStore =
                JournalStore.open(
                        files.journal(),
                        keys.storeKey("journal"),
                        config.electionId(),
                        config.terminalId(),
                        identity.signer());
        this.register =
                RegisterStore.open(
                        files.register(),
                        keys.storeKey("register"),
                        config.electionId(),
                        config.stationId(),
                        config.terminalId());
        this.outbox =
                OutboxStore.open(
                        files.outbox(),
                        keys.storeKey("outbox"),
                        config.electionId(),
                        config.stationId(),
                        config.terminalId(),
                        identity.signer());
        this.documents =
                DocumentStore.open(
                        documents(files),
                        keys.storeKey("documents"),
                        config.electionId() + "|" + config.terminalId());
        this.journal = new StationJournal(journalStore, clock);
        this.gallery = GalleryLoader.load(register).gallery();
    }

    /**
     * Opens vault, identity and stores; the codes stay the caller's to wipe.
     *
     * @return refused with VT-nn, TI-nn, ST-nn, or {@code EP-07}: the package is not the one that
     *     the journal says was accepted
     */
    public static Unlocking<StationTerminal> unlock(
            LockedTerminal locked, List<OfficialCode> codes, InstantSource clock) {
        return Unlocking.of(
                locked, codes, (keys, identity) -> open(locked, keys, identity, codes, clock));
    }

    private static Unlocking<StationTerminal> open(
            LockedTerminal locked,
            StationKeys keys,
            StationIdentity identity,
            List<OfficialCode> codes,
            InstantSource clock) {
        try {
            StationTerminal terminal = new StationTerminal(locked, keys, identity, clock);
            if (!locked.isAcceptedIn(terminal.journalStore)) {
                terminal.refusePackage();
                return new Unlocking.Refused<>(PackageRefusal.REPLACED.code());
            }
            terminal.recordStart(codes);
            return new Unlocking.Unlocked<>(terminal);
        } catch (StoreException e) {
            return new Unlocking.Refused<>(e.code());
        }
    }

    private void refusePackage() {
        try (this) {
            journal.appendAsSystem(
                    EventType.PACKAGE_REFUSED, Map.of("reason", PackageRefusal.REPLACED.code()));
        }
    }

    private void recordStart(List<OfficialCode> codes) {
        if (!journalStore.endedCleanly()) {
            journal.appendAsSystem(
                    EventType.RESTARTED_AFTER_POWER_LOSS,
                    Map.of("lastSeq", Long.toString(journalStore.lastSeq())));
        }
        journal.appendAsSystem(
                EventType.UNLOCKED,
                Map.of(
                        "officials",
                        codes.stream()
                                .map(OfficialCode::officialId)
                                .sorted()
                                .collect(Collectors.joining(","))));
        String first = codes.getFirst().officialId();
        journal.actAs(first);
        journal.append(EventType.SIGNED_IN, Map.of("official", first));
    }

    /** Where the paper counts and protocols are kept. */
    public static Path documents(StationHome files) {
        return files.data().resolve("documents.db");
    }

    public LockedTerminal locked() {
        return locked;
    }

    public TerminalConfig config() {
        return locked.config();
    }

    public ElectionPackage electionPackage() {
        return locked.electionPackage();
    }

    /** SHA-256 of the package in use, lower-case hex. */
    public String packageHash() {
        return locked.packageHash();
    }

    public Station station() {
        return locked.station();
    }

    public StationHome files() {
        return new StationHome(locked.home());
    }

    public StationIdentity identity() {
        return identity;
    }

    public StationJournal journal() {
        return journal;
    }

    public JournalStore journalStore() {
        return journalStore;
    }

    public RegisterStore register() {
        return register;
    }

    public OutboxStore outbox() {
        return outbox;
    }

    public DocumentStore documents() {
        return documents;
    }

    public FingerGallery gallery() {
        return gallery;
    }

    /** A way to the centre; the caller closes it. */
    public CentralClient central() {
        return new CentralClient(
                URI.create(config().centralUrl()),
                config().centralPublicKey(),
                identity,
                ClientLimits.STANDARD);
    }

    /** Marks the journal's clean end and closes every store. */
    @Override
    public void close() {
        documents.close();
        outbox.close();
        register.close();
        journalStore.close();
    }
}
