package org.tamga.central.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tamga.central.storage.Database;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.exchange.ItemEnvelope;
import org.tamga.election.exchange.Receipt;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.Signer;
import org.tamga.election.wire.WireFormatException;

/**
 * Takes items in, by whatever way they came. An item is kept together with its receipt in one
 * transaction; the same item again gets the same receipt.
 */
public final class ItemIngest {
    private final Database database;
    private final ElectionPackage electionPackage;
    private final ContentCheck contents;
    private final Signer central;
    private final Clock clock;

    /** The items of a terminal build on each other; those of two terminals do not. */
    private final ConcurrentMap<String, Lock> locks = new ConcurrentHashMap<>();

    /**
     * @param packageHash SHA-256 of the published package file, hex
     */
    public ItemIngest(
            Database database,
            ElectionPackage electionPackage,
            String packageHash,
            Signer central,
            Clock clock) {
        this.database = database;
        this.electionPackage = electionPackage;
        this.contents =
                new ContentCheck(electionPackage, new ProtocolCheck(electionPackage, packageHash));
        this.central = central;
        this.clock = clock;
    }

    /** Where an item says it comes from, found in the election package. */
    private record Origin(Station station, Terminal terminal) {}

    /**
     * Takes one item in.
     *
     * @param body bytes of the signed item
     * @param claimedId id under which it was offered, absent from a folder
     * @param carrier terminal whose certificate the connection has, absent from a folder
     */
    public Ingested receive(byte[] body, @Nullable String claimedId, @Nullable String carrier) {
        SignedItem item;
        ItemEnvelope envelope;
        try {
            item = SignedItem.read(body);
            envelope = item.read();
        } catch (WireFormatException e) {
            return new Ingested.Refused(IngestCode.MALFORMED, "not an item: " + e.getMessage());
        }
        if (claimedId != null && !claimedId.equals(item.id())) {
            return new Ingested.Refused(IngestCode.WRONG_ID, "the id of the item is " + item.id());
        }
        if (!envelope.electionId().equals(electionPackage.electionId())) {
            return new Ingested.Refused(
                    IngestCode.WRONG_ELECTION, "this is " + electionPackage.electionId());
        }
        Optional<Origin> origin = origin(envelope);
        if (origin.isEmpty()) {
            return new Ingested.Refused(
                    IngestCode.UNKNOWN_TERMINAL,
                    "no terminal %s at station %s"
                            .formatted(envelope.terminal(), envelope.station()));
        }
        Terminal terminal = origin.get().terminal();
        if (carrier != null && !mayCarry(carrier, origin.get())) {
            return new Ingested.Refused(
                    IngestCode.WRONG_CERTIFICATE,
                    carrier + " does not deliver items of " + terminal.id());
        }
        if (!item.isSignedBy(Hex.parse(terminal.signingKey()))) {
            return new Ingested.Refused(IngestCode.BAD_SIGNATURE, "not signed by " + terminal.id());
        }
        Lock oneAtATime = locks.computeIfAbsent(terminal.id(), id -> new ReentrantLock());
        oneAtATime.lock();
        try {
            return database.transaction(
                    connection -> keep(connection, item, envelope, origin.get()));
        } finally {
            oneAtATime.unlock();
        }
    }

    private Ingested keep(
            Connection connection, SignedItem item, ItemEnvelope envelope, Origin origin)
            throws SQLException {
        var table = new ItemTable(connection);
        Optional<SignedReceipt> before = table.receipt(item.id());
        if (before.isPresent()) {
            return new Ingested.Kept(before.get(), false);
        }
        if (table.isTaken(envelope.terminal(), envelope.number())) {
            return new Ingested.Refused(
                    IngestCode.NUMBER_TAKEN,
                    "%s has another item %d".formatted(envelope.terminal(), envelope.number()));
        }
        Optional<Ingested.Refused> refused =
                contents.check(table, envelope, origin.station(), origin.terminal());
        if (refused.isPresent()) {
            return refused.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SignedReceipt receipt =
                SignedReceipt.sign(new Receipt(item.id(), now, envelope.number()), central);
        table.insert(item, envelope, receipt);
        return new Ingested.Kept(receipt, true);
    }

    private Optional<Origin> origin(ItemEnvelope envelope) {
        return electionPackage
                .station(envelope.station())
                .flatMap(
                        station ->
                                station.terminal(envelope.terminal())
                                        .map(terminal -> new Origin(station, terminal)));
    }

    /** The terminal itself, or the operator terminal of its station, which carries the booths'. */
    private static boolean mayCarry(String carrier, Origin origin) {
        return origin.terminal().id().equals(carrier)
                || origin.station()
                        .terminal(carrier)
                        .filter(terminal -> terminal.kind() == TerminalKind.OPERATOR)
                        .isPresent();
    }
}
