package org.tamga.kiosk.ballot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tamga.election.ballot.BallotEncryptor;
import org.tamga.election.ballot.KeyCeremony;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.PackageRefusal;
import org.tamga.election.definition.Station;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.Unlocking;
import org.tamga.station.StationHome;
import org.tamga.station.TerminalConfig;
import org.tamga.station.record.BoothFiles;
import org.tamga.station.record.RecordExport;
import org.tamga.station.store.BallotBoxStore;
import org.tamga.station.store.JournalStore;
import org.tamga.station.store.OutboxStore;
import org.tamga.station.store.StoreException;
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
    private final JournalStore journal;
    private final BallotBoxStore box;
    private final OutboxStore outbox;
    private final BallotPool pool;
    private final VotingDesk desk;

    private BoothTerminal(
            LockedTerminal locked,
            StationKeys keys,
            StationIdentity identity,
            ListedCards cards,
            InstantSource clock) {
        TerminalConfig config = locked.config();
        StationHome files = new StationHome(locked.home());
        ElectionPackage election = locked.electionPackage();
        this.locked = locked;
        this.identity = identity;
        this.journal =
                JournalStore.open(
                        files.journal(),
                        keys.storeKey("journal"),
                        config.electionId(),
                        config.terminalId(),
                        identity.signer());
        this.box =
                BallotBoxStore.open(
                        files.ballots(),
                        keys.storeKey("ballots"),
                        config.electionId(),
                        config.terminalId(),
                        election.policies().logBatchMinimum());
        this.outbox =
                OutboxStore.open(
                        files.outbox(),
                        keys.storeKey("outbox"),
                        config.electionId(),
                        config.stationId(),
                        config.terminalId(),
                        identity.signer());
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
                        journal,
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
        try {
            BoothTerminal terminal = new BoothTerminal(locked, keys, identity, cards.get(), clock);
            if (!locked.isAcceptedIn(terminal.journal)) {
                terminal.refusePackage(clock);
                return new Unlocking.Refused<>(PackageRefusal.REPLACED.code());
            }
            terminal.recordStart(codes, clock);
            return new Unlocking.Unlocked<>(terminal);
        } catch (StoreException e) {
            return new Unlocking.Refused<>(e.code());
        }
    }

    private void refusePackage(InstantSource clock) {
        try (this) {
            journal.append(
                    EventType.PACKAGE_REFUSED,
                    clock.instant(),
                    JournalEvent.SYSTEM,
                    Map.of("reason", PackageRefusal.REPLACED.code()));
        }
    }

    private void recordStart(List<OfficialCode> codes, InstantSource clock) {
        if (!journal.endedCleanly()) {
            journal.append(
                    EventType.RESTARTED_AFTER_POWER_LOSS,
                    clock.instant(),
                    JournalEvent.SYSTEM,
                    Map.of("lastSeq", Long.toString(journal.lastSeq())));
        }
        String officials =
                codes.stream()
                        .map(OfficialCode::officialId)
                        .sorted()
                        .collect(Collectors.joining(","));
        journal.append(
                EventType.UNLOCKED,
                clock.instant(),
                JournalEvent.SYSTEM,
                Map.of("officials", officials));
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
        return journal;
    }

    public BallotBoxStore box() {
        return box;
    }

    public OutboxStore outbox() {
        return outbox;
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
                    RecordExport.headFiles(journal.head().orElseThrow(), identity.signer()),
                    outbox);
        }
        ItemSources.journal(journal, outbox);
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
        return RecordExport.booth(dir, station().id(), journal, desk.close(), identity.signer());
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
        outbox.close();
        box.close();
        journal.close();
    }
}
