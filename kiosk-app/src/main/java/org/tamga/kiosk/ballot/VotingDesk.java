package org.tamga.kiosk.ballot;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tamga.election.ballot.ActivationCard;
import org.tamga.election.ballot.ActivationCards;
import org.tamga.election.ballot.BallotEncryptor;
import org.tamga.election.ballot.BallotSignatures;
import org.tamga.election.ballot.PendingBallot;
import org.tamga.election.definition.BallotStyle;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.Signer;
import org.tamga.station.record.BoothFiles;
import org.tamga.station.store.BallotBoxStore;
import org.tamga.station.store.BoxOutcome;
import org.tamga.station.store.JournalStore;
import org.tamga.station.store.StoreException;

/**
 * The workflow of one vote: card → choice → encrypted ballot → cast or challenge. The journal
 * learns of batches and refused cards, never of a single ballot.
 */
public final class VotingDesk {
    private static final Logger LOG = Logger.getLogger(VotingDesk.class.getName());

    private final ElectionPackage election;
    private final String stationId;
    private final ListedCards listed;
    private final BallotEncryptor encryptor;
    private final BallotBoxStore box;
    private final JournalStore journal;
    private final Signer signer;
    private final InstantSource clock;

    public VotingDesk(
            ElectionPackage election,
            String stationId,
            ListedCards listed,
            BallotEncryptor encryptor,
            BallotBoxStore box,
            JournalStore journal,
            Signer signer,
            InstantSource clock) {
        this.election = election;
        this.stationId = stationId;
        this.listed = listed;
        this.encryptor = encryptor;
        this.box = box;
        this.journal = journal;
        this.signer = signer;
        this.clock = clock;
    }

    /** What a scanned card turned out to be. */
    public sealed interface CardReading {}

    /**
     * @param contests what this card lets its holder vote on, in the order of the package
     */
    public record CardAccepted(ActivationCard card, List<Contest> contests)
            implements CardReading {}

    public record CardRefused(CardFault fault) implements CardReading {}

    /** What became of a cast or challenged ballot. */
    public sealed interface BallotOutcome {}

    /** In the box, on the disk. */
    public record Cast(String confirmationCode) implements BallotOutcome {}

    /** Opened and spoiled for anybody to check; the card still serves. */
    public record Challenged(String confirmationCode) implements BallotOutcome {}

    /** Nothing was stored, or with {@link CardFault#UNCERTAIN} nobody can say. */
    public record NotTaken(CardFault fault) implements BallotOutcome {}

    /** Accepts cards from now on; once a day. */
    public boolean open() {
        if (isOpen() || box.isClosed()) {
            return false;
        }
        append(EventType.BOOTH_OPENED, Map.of());
        return true;
    }

    public boolean isOpen() {
        return !box.isClosed() && recorded(EventType.BOOTH_OPENED) > 0;
    }

    /** Checks a card; a refusal is recorded with its reason, without the card. */
    public CardReading read(String text) {
        var fault = fault(text);
        if (fault != CardFault.NONE) {
            append(EventType.CARD_REFUSED, Map.of("reason", fault.code()));
            return new CardRefused(fault);
        }
        var card = ActivationCards.parse(text).orElseThrow();
        var style = election.ballotStyle(card.ballotStyleId()).orElseThrow();
        return new CardAccepted(card, contests(style));
    }

    private CardFault fault(String text) {
        if (!isOpen()) {
            return CardFault.NOT_OPEN;
        }
        var parsed = ActivationCards.parse(text);
        if (parsed.isEmpty()) {
            return CardFault.UNREADABLE;
        }
        var card = parsed.get();
        if (!card.electionId().equals(election.electionId())) {
            return CardFault.OTHER_ELECTION;
        }
        if (!ActivationCards.verifies(card, Hex.parse(election.cardPublicKey()))) {
            return CardFault.FORGED;
        }
        if (!card.stationId().equals(stationId)) {
            return CardFault.OTHER_STATION;
        }
        if (!listed.contains(card)) {
            return CardFault.UNLISTED;
        }
        if (election.ballotStyle(card.ballotStyleId()).isEmpty()) {
            return CardFault.UNKNOWN_BALLOT_STYLE;
        }
        return box.isSpent(hash(card)) ? CardFault.SPENT : CardFault.NONE;
    }

    private List<Contest> contests(BallotStyle style) {
        return election.contests().stream()
                .filter(contest -> style.contestIds().contains(contest.id()))
                .toList();
    }

    /**
     * Encrypts a choice; the voter then casts or challenges it.
     *
     * @param choices candidate ids by contest id; blank and fewer than allowed are fine
     * @throws IllegalArgumentException on more than allowed
     */
    public PendingBallot encrypt(ActivationCard card, Map<String, List<String>> choices) {
        return encryptor.encrypt(card.ballotStyleId(), choices);
    }

    /**
     * Destroys the nonces and lays the ballot into the box, together with the card's hash, in one
     * transaction. What the journal has to say of it may come later; the outcome is the box's.
     */
    public BallotOutcome cast(ActivationCard card, PendingBallot pending) {
        var ballot = BallotSignatures.sign(pending.cast(), signer);
        return outcome(box.cast(hash(card), ballot), new Cast(ballot.confirmationCode()));
    }

    /**
     * Publishes the nonces instead: the ballot is spoiled and the voter votes again with the same
     * card.
     */
    public BallotOutcome challenge(PendingBallot pending) {
        var ballot = BallotSignatures.sign(pending.challenge(), signer);
        return outcome(box.spoil(ballot), new Challenged(ballot.confirmationCode()));
    }

    private BallotOutcome outcome(BoxOutcome stored, BallotOutcome taken) {
        return switch (stored) {
            case BoxOutcome.Stored(var batch) -> {
                if (batch != null) {
                    recordBatchesIfPossible();
                }
                yield taken;
            }
            case BoxOutcome.CardSpent() -> new NotTaken(CardFault.SPENT);
            case BoxOutcome.BoxClosed() -> new NotTaken(CardFault.NOT_OPEN);
            case BoxOutcome.DuplicateBallot() ->
                    throw new IllegalStateException("two ballots drew the same random id");
        };
    }

    /**
     * Closes the box for good and signs the closing statement; closing again gives the same files
     * and records what a power cut kept out of the journal.
     */
    public BoothFiles close() {
        var record = box.closeVoting();
        var files =
                BoothFiles.of(
                        election.electionId(), stationId, journal.terminalId(), record, signer);
        recordBatches();
        if (recorded(EventType.BOOTH_CLOSED) == 0) {
            append(
                    EventType.BOOTH_CLOSED,
                    Map.of(
                            "cast", Long.toString(files.closing().cast()),
                            "spoiled", Long.toString(files.closing().spoiled()),
                            "cards", Long.toString(files.closing().cards()),
                            "root", files.closing().root()));
        }
        return files;
    }

    public boolean isClosed() {
        return box.isClosed();
    }

    /**
     * After a failure while casting: what the box says, for that alone is true.
     *
     * @return empty if the ballot is not in the box and the card is good
     */
    public Optional<BallotOutcome> settle(ActivationCard card, String confirmationCode) {
        try {
            return box.isSpent(hash(card))
                    ? Optional.of(new Cast(confirmationCode))
                    : Optional.empty();
        } catch (StoreException e) {
            LOG.log(Level.SEVERE, "the ballot box does not answer", e);
            return Optional.of(new NotTaken(CardFault.UNCERTAIN));
        }
    }

    /** The ballot is in the box: a journal that fails now must not look like a failed vote. */
    private void recordBatchesIfPossible() {
        try {
            recordBatches();
        } catch (StoreException e) {
            LOG.log(Level.SEVERE, "a batch is in the box and not yet in the journal", e);
        }
    }

    /**
     * The box is written before the journal: a power cut between the two leaves a batch to tell.
     */
    private void recordBatches() {
        var batches = box.batches();
        for (var batch : batches.subList(recorded(EventType.BATCH_LOGGED), batches.size())) {
            append(
                    EventType.BATCH_LOGGED,
                    Map.of(
                            "batch", Integer.toString(batch.number()),
                            "size", Integer.toString(batch.size()),
                            "root", batch.root()));
        }
    }

    private int recorded(EventType type) {
        return (int) journal.events().stream().filter(line -> line.event().type() == type).count();
    }

    private static String hash(ActivationCard card) {
        return ActivationCards.serialHash(card.serial());
    }

    private void append(EventType type, Map<String, String> data) {
        journal.append(type, clock.instant(), JournalEvent.SYSTEM, data);
    }
}
