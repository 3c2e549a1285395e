package org.tamga.kiosk.ballot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tamga.election.ballot.BallotEncryptor;
import org.tamga.election.ballot.KeyCeremony;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.TerminalStores;
import org.tamga.kiosk.station.Unlocking;
import org.tamga.station.StationHome;
import org.tamga.station.TerminalConfig;
import org.tamga.station.record.BoothFiles;
import org.tamga.station.record.RecordExport;
import org.tamga.station.store.BallotBoxStore;
import org.tamga.station.store.JournalStore;
import org.tamga.station.store.OutboxStore;
import org.tamga.station.sync.CentralClient;
import org.tamga.station.sync.ClientLimits;
import org.tamga.station.sync.ItemSources;
import org.tamga.station.vault.OfficialCode;
import org.tamga.station.vault.StationIdentity;
import org.tamga.station.vault.StationKeys;
import org.tamga.station.vault.StationVault;
import org.tamga.station.vault.VaultOpening;

/**
 * An unlocked booth: its stores, its identity, the ballots computed ahead, the voting desk. Nothing
 * else opens a booth's store.
 */
public final class BoothTerminal implements AutoCloseable {

    private final LockedTerminal locked;
    private final StationIdentity identity;
    private final TerminalStores stores;
    private final BallotBoxStore box;
    private final BallotPool pool;
    private final VotingDesk desk;

    private BoothTerminal(
            LockedTerminal locked,
            StationKeys keys,
            StationIdentity identity,
            TerminalStores stores,
            ListedCards cards,
            InstantSource clock) {
        TerminalConfig config = locked.config();
        StationHome files = new StationHome(locked.home());
        ElectionPackage election = locked.electionPackage();
        this.locked = locked;
        this.identity = identity;
        this.stores = stores;
        this.box =
                BallotBoxStore.open(
                        files.ballots(),
                        keys.storeKey("ballots"),
                        config.electionId(),
                        config.terminalId(),
                        election.policies().logBatchMinimum());
        BallotEncryptor encryptor =
                new BallotEncryptor(
                        election.ballotKeys(),
                        election.ballotManifest(),
                        config.terminalId(),
                        new SecureRandom());
        this.pool = new BallotPool(encryptor, locked.station().ballotStyleIds());
        this.desk =
                new VotingDesk(
                        election,
                        config.stationId(),
                        cards,
                        encryptor,
                        box,
                        stores.journal(),
                        identity.signer(),
                        clock);
    }

    /**
     * Opens vault, identity and stores; the codes stay the caller's to wipe.
     *
     * @return refused with VT-nn, TI-nn, ST-nn, {@code BO-01}: the guardians' keys do not hold,
     *     {@code BO-04}: the list of cards is missing or not the centre's, or {@code EP-07}: the
     *     package is not the one that the journal says was accepted
     */
    public static Unlocking<BoothTerminal> unlock(
            LockedTerminal locked, List<OfficialCode> codes, InstantSource clock) {
        return Unlocking.of(
                locked, codes, (keys, identity) -> open(locked, keys, identity, codes, clock));
    }

    private static Unlocking<BoothTerminal> open(
            LockedTerminal locked,
            StationKeys keys,
            StationIdentity identity,
            List<OfficialCode> codes,
            InstantSource clock) {
        ElectionPackage election = locked.electionPackage();
        if (!KeyCeremony.check(election.ballotKeys(), election.ballotManifest()).isEmpty()) {
            return new Unlocking.Refused<>("BO-01");
        }
        Optional<ListedCards> cards = ListedCards.read(locked);
        if (cards.isEmpty()) {
            return new Unlocking.Refused<>("BO-04");
        }
        return TerminalStores.unlock(
                locked,
                keys,
                identity,
                codes,
                clock,
                stores -> new BoothTerminal(locked, keys, identity, stores, cards.get(), clock));
    }

    /** True when these codes open this booth's vault; nothing stays open. */
    public static boolean opens(LockedTerminal locked, List<OfficialCode> codes) {
        return switch (StationVault.unlock(locked.home(), codes)) {
            case VaultOpening.Refused _ -> false;
            case VaultOpening.Unlocked(StationKeys keys) -> {
                keys.close();
                yield true;
            }
        };
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

    public Station station() {
        return locked.station();
    }

    public StationIdentity identity() {
        return identity;
    }

    public JournalStore journal() {
        return stores.journal();
    }

    public BallotBoxStore box() {
        return box;
    }

    public OutboxStore outbox() {
        return stores.outbox();
    }

    public VotingDesk desk() {
        return desk;
    }

    /** Queues the closed box and the journal for the centre; may be repeated. */
    public void queueForCentre() {
        if (desk.isClosed()) {
            BoothFiles box = desk.close();
            ItemSources.booth(
                    box,
                    RecordExport.headFiles(journal().head().orElseThrow(), identity.signer()),
                    outbox());
        }
        ItemSources.journal(journal(), outbox());
    }

    /**
     * Writes this booth's part of the public record below {@code dir}.
     *
     * @return the folder written to
     * @throws IllegalStateException while the box is open
     */
    public Path exportRecord(Path dir) throws IOException {
        if (!desk.isClosed()) {
            throw new IllegalStateException("the record of an open box would tell who votes when");
        }
        return RecordExport.booth(dir, station().id(), journal(), desk.close(), identity.signer());
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
        pool.close();
        box.close();
        stores.close();
    }
}
