package org.tamga.station.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tamga.election.ballot.BallotState;
import org.tamga.election.ballot.EncryptedBallot;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.WireFormatException;

/**
 * The booth's ballot box. It holds ballots, hashes of spent cards and the log, and nothing that
 * says when or in which order they came: rows have random keys, the ballots of the open batch lie
 * in one row sorted by id, the write-ahead log is emptied after each ballot, and closing rewrites
 * the file. What remains visible is which batch a ballot is in, as in the published log.
 */
public final class BallotBoxStore implements AutoCloseable {
    private static final Schema SCHEMA =
            new Schema(
                    "ballots",
                    1,
                    List.of(
                            "CREATE TABLE ballot (id TEXT PRIMARY KEY, sealed BLOB NOT NULL)"
                                    + " WITHOUT ROWID",
                            "CREATE TABLE spent (card TEXT PRIMARY KEY, sealed BLOB NOT NULL)"
                                    + " WITHOUT ROWID",
                            "CREATE TABLE batch (number INTEGER PRIMARY KEY, sealed BLOB NOT NULL)",
                            "CREATE TABLE box (name TEXT PRIMARY KEY, sealed BLOB NOT NULL)"
                                    + " WITHOUT ROWID"));
    private static final String STATE = "state";
    private static final Logger LOGGER = System.getLogger(BallotBoxStore.class.getName());

    private final SealedDatabase database;
    private final int batchMinimum;

    private BallotBoxStore(SealedDatabase database, int batchMinimum) {
        if (batchMinimum < 2) {
            throw new IllegalArgumentException("a batch of one ballot hides nobody");
        }
        this.database = database;
        this.batchMinimum = batchMinimum;
    }

    /**
     * Creates an empty box; the caller keeps owning {@code key}.
     *
     * @param batchMinimum cast ballots in a batch of the log, 2 or more; a batch enters when twice
     *     as many wait
     */
    public static BallotBoxStore create(
            Path file, StoreKey key, String electionId, String terminalId, int batchMinimum) {
        String owner = electionId + "|" + terminalId;
        SealedDatabase database = SealedDatabase.create(file, key, owner, SCHEMA);
        return database.orClose(
                () -> {
                    BallotBoxStore box = new BallotBoxStore(database, batchMinimum);
                    database.write(rows -> put(rows, BoxState.NEW));
                    return box;
                });
    }

    /** Opens a box and verifies every row of it against the log. */
    public static BallotBoxStore open(
            Path file, StoreKey key, String electionId, String terminalId, int batchMinimum) {
        String owner = electionId + "|" + terminalId;
        SealedDatabase database = SealedDatabase.open(file, key, owner, SCHEMA);
        return database.orClose(
                () -> {
                    if (!database.checkpoint()) {
                        throw database.failure(StoreFault.DISK_FULL);
                    }
                    BallotBoxStore box = new BallotBoxStore(database, batchMinimum);
                    box.verify();
                    return box;
                });
    }

    private void verify() {
        BoxRecord record = database.read(BallotBoxStore::readAll);
        if (!BoxCheck.agrees(record, database.read(BallotBoxStore::readState))) {
            throw database.failure(StoreFault.CORRUPT);
        }
    }

    /**
     * Spends a card and lays the cast ballot into the box, in one transaction.
     *
     * @param cardHash SHA-256 of the card's serial, 64 lower-case hex characters
     * @param ballot cast and signed by the terminal
     * @throws StoreException nothing is kept: the card is unspent
     */
    public BoxOutcome cast(String cardHash, EncryptedBallot ballot) {
        if (!Hex.isBytes(cardHash, 32)) {
            throw new IllegalArgumentException("a card hash has 64 hex characters");
        }
        require(ballot, BallotState.CAST);
        return add(BallotLine.of(ballot), List.of(cardHash));
    }

    /** Lays a challenged ballot, opened and signed, into the box; the card stays unspent. */
    public BoxOutcome spoil(EncryptedBallot ballot) {
        require(ballot, BallotState.SPOILED);
        return add(BallotLine.of(ballot), List.of());
    }

    private static void require(EncryptedBallot ballot, BallotState state) {
        if (ballot.state() != state || ballot.signature() == null) {
            throw new IllegalArgumentException("the ballot is not signed or not " + state);
        }
    }

    private synchronized BoxOutcome add(BallotLine ballot, List<String> card) {
        BoxOutcome outcome =
                database.write(
                        rows -> {
                            BoxState state = readState(rows);
                            if (state.closed()) {
                                return new BoxOutcome.BoxClosed();
                            }
                            if (!card.isEmpty() && isSpent(rows, state, card.getFirst())) {
                                return new BoxOutcome.CardSpent();
                            }
                            if (state.holds(ballot.id()) || holds(rows, ballot.id())) {
                                return new BoxOutcome.DuplicateBallot();
                            }
                            return store(rows, state.with(ballot, card));
                        });
        // The ballot is committed: that its log cannot be emptied now must not look like a failure.
        if (!database.checkpoint()) {
            LOGGER.log(Level.WARNING, "the log of the ballot box could not be emptied yet");
        }
        return outcome;
    }

    private BoxOutcome store(Rows rows, BoxState state) throws SQLException {
        // Spoiled ballots hide nobody: whoever challenges seven times must not be alone in a batch.
        // And as many as make a batch always stay behind, so that the last one is not smaller.
        if (state.cast() < 2L * batchMinimum) {
            put(rows, state);
            return new BoxOutcome.Stored(null);
        }
        BoxBatch batch = log(rows, state.entering(batchMinimum));
        put(rows, state.staying(batchMinimum));
        return new BoxOutcome.Stored(batch);
    }

    private static BoxBatch log(Rows rows, BoxState state) throws SQLException {
        for (BallotLine ballot : state.ballots()) {
            byte[] sealed = rows.seal("ballot", ballot.id(), CanonicalJson.write(ballot));
            rows.update("INSERT INTO ballot VALUES (?, ?)", ballot.id(), sealed);
        }
        for (String card : state.cards()) {
            byte[] sealed = rows.seal("spent", card, new byte[0]);
            rows.update("INSERT INTO spent VALUES (?, ?)", card, sealed);
        }
        BoxBatch batch = BoxCheck.batch(readBatches(rows), state);
        rows.update(
                "INSERT INTO batch VALUES (?, ?)",
                batch.number(),
                rows.seal("batch", Integer.toString(batch.number()), CanonicalJson.write(batch)));
        return batch;
    }

    /** Whether the card has served. */
    public boolean isSpent(String cardHash) {
        return database.read(rows -> isSpent(rows, readState(rows), cardHash));
    }

    /**
     * Closes the box: what has stayed behind enters the log, fewer than a batch only if there are
     * no more ballots at all, and the file is rewritten in the order of its keys. Closing a closed
     * box does nothing but that.
     */
    public synchronized BoxRecord closeVoting() {
        database.write(
                rows -> {
                    BoxState state = readState(rows);
                    if (!state.ballots().isEmpty()) {
                        log(rows, state);
                        state = state.staying(0);
                    }
                    return put(rows, state.afterClosing());
                });
        database.rewrite();
        return record();
    }

    /**
     * What is published of the box.
     *
     * @throws StoreException {@link StoreFault#WRONG_STATE} before {@link #closeVoting}: a copy of
     *     the open box beside a later one would show who voted between
     */
    public BoxRecord record() {
        return database.read(
                rows -> {
                    if (!readState(rows).closed()) {
                        throw database.failure(StoreFault.WRONG_STATE);
                    }
                    return readAll(rows);
                });
    }

    /** Totals, at any time. */
    public BoxCounts counts() {
        return database.read(
                rows -> {
                    BoxCounts logged = readAll(rows).counts();
                    BoxState state = readState(rows);
                    return new BoxCounts(
                            logged.cast() + state.cast(),
                            logged.spoiled() + state.ballots().size() - state.cast(),
                            logged.cards() + state.cards().size());
                });
    }

    /** The batches in the log so far. */
    public List<BoxBatch> batches() {
        return database.read(BallotBoxStore::readBatches);
    }

    public boolean isClosed() {
        return database.read(rows -> readState(rows).closed());
    }

    private static boolean isSpent(Rows rows, BoxState state, String card) throws SQLException {
        return state.cards().contains(card)
                || rows.number("SELECT count(*) FROM spent WHERE card = ?", card) > 0;
    }

    private static boolean holds(Rows rows, String ballotId) throws SQLException {
        return rows.number("SELECT count(*) FROM ballot WHERE id = ?", ballotId) > 0;
    }

    private static int put(Rows rows, BoxState state) throws SQLException {
        return rows.update(
                "INSERT OR REPLACE INTO box VALUES (?, ?)",
                STATE,
                rows.seal("box", STATE, CanonicalJson.write(state)));
    }

    private static BoxState readState(Rows rows) throws SQLException {
        byte[] sealed = rows.bytes("SELECT sealed FROM box WHERE name = ?", STATE);
        return parse(rows.open("box", STATE, sealed), BoxState.class);
    }

    private static List<BoxBatch> readBatches(Rows rows) throws SQLException {
        List<BoxBatch> batches = new ArrayList<>();
        rows.query(
                row -> {
                    String number = row.getString("number");
                    byte[] plain = rows.open("batch", number, row.getBytes("sealed"));
                    batches.add(parse(plain, BoxBatch.class));
                },
                "SELECT number, sealed FROM batch ORDER BY number");
        return batches;
    }

    private static BoxRecord readAll(Rows rows) throws SQLException {
        List<BallotLine> ballots = new ArrayList<>();
        rows.query(
                row -> {
                    byte[] plain = rows.open("ballot", row.getString("id"), row.getBytes("sealed"));
                    ballots.add(parse(plain, BallotLine.class));
                },
                "SELECT id, sealed FROM ballot ORDER BY id");
        List<String> cards = new ArrayList<>();
        rows.query(
                row -> {
                    rows.open("spent", row.getString("card"), row.getBytes("sealed"));
                    cards.add(row.getString("card"));
                },
                "SELECT card, sealed FROM spent ORDER BY card");
        long cast = ballots.stream().filter(BallotLine::cast).count();
        return new BoxRecord(
                ballots.stream().map(BallotLine::line).toList(),
                readBatches(rows),
                cards,
                new BoxCounts(cast, ballots.size() - cast, cards.size()));
    }

    private static <T> T parse(byte[] json, Class<T> type) {
        try {
            return CanonicalJson.read(json, type);
        } catch (WireFormatException e) {
            throw new StoreException(StoreFault.CORRUPT, SCHEMA.name(), e);
        }
    }

    /** For tests that damage or fill the file. */
    SealedDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
