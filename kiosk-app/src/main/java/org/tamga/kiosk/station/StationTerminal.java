package org.tamga.kiosk.station;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.tamga.election.definition.ElectionPackage;
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
import org.tamga.station.store.RegisterUpdate;
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
    private final TerminalStores stores;
    private final StationJournal journal;
    private final RegisterStore register;
    private final DocumentStore documents;
    private final RegisterImport registerImport;
    private volatile FingerGallery gallery;

    private StationTerminal(
            LockedTerminal locked,
            StationKeys keys,
            StationIdentity identity,
            TerminalStores stores,
            RegisterStore register,
            InstantSource clock) {
        TerminalConfig config = locked.config();
        StationHome files = new StationHome(locked.home());
        this.locked = locked;
        this.identity = identity;
        this.stores = stores;
        this.register = register;
        this.journal = new StationJournal(stores.journal(), clock);
        this.registerImport =
                new RegisterImport(config, identity.registerKey().orElseThrow(), register, journal);
        this.gallery = GalleryLoader.load(register).gallery();
        this.documents =
                DocumentStore.open(
                        documents(files),
                        keys.storeKey("documents"),
                        config.electionId() + "|" + config.terminalId());
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
        return TerminalStores.<StationTerminal>unlock(
                        locked,
                        keys,
                        identity,
                        codes,
                        clock,
                        stores -> terminal(locked, keys, identity, stores, clock))
                .map(terminal -> terminal.signedIn(codes.getFirst().officialId()));
    }

    private static StationTerminal terminal(
            LockedTerminal locked,
            StationKeys keys,
            StationIdentity identity,
            TerminalStores stores,
            InstantSource clock) {
        TerminalConfig config = locked.config();
        RegisterStore register =
                RegisterStore.open(
                        new StationHome(locked.home()).register(),
                        keys.storeKey("register"),
                        config.electionId(),
                        config.stationId(),
                        config.terminalId());
        try {
            return new StationTerminal(locked, keys, identity, stores, register, clock);
        } catch (StoreException e) {
            register.close();
            throw e;
        }
    }

    private StationTerminal signedIn(String officialId) {
        journal.actAs(officialId);
        journal.append(EventType.SIGNED_IN, Map.of("official", officialId));
        registerImport.recordHeld();
        return this;
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
        return stores.journal();
    }

    public RegisterStore register() {
        return register;
    }

    public OutboxStore outbox() {
        return stores.outbox();
    }

    public DocumentStore documents() {
        return documents;
    }

    /**
     * Takes a register file in, before the station is opened; the gallery follows. A refused file
     * leaves both as they are.
     */
    public RegisterUpdate importRegister(byte[] file) {
        synchronized (journal) {
            RegisterUpdate update = registerImport.take(file);
            if (update instanceof RegisterUpdate.Applied) {
                gallery = GalleryLoader.load(register).gallery();
            }
            return update;
        }
    }

    /** The gallery of the register held; another object after an import. */
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
        register.close();
        stores.close();
    }
}
