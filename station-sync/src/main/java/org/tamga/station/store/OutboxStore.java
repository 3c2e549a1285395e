package org.tamga.station.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.election.exchange.ItemEnvelope;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.wire.Signer;
import org.tamga.election.wire.WireFormatException;

/**
 * What this terminal has for the centre, and the centre's receipts. Each item has a key that says
 * what it is; queueing the same key again gives the item that is there, so that after an
 * interruption everything may simply be queued again from the journal.
 */
public final class OutboxStore implements AutoCloseable {
    private static final String ITEM = "item";
    private static final String RECEIPT = "receipt";
    private static final Schema SCHEMA =
            new Schema(
                    "outbox",
                    1,
                    List.of(
                            "CREATE TABLE item (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
                                    + " id TEXT NOT NULL UNIQUE, sealed BLOB NOT NULL, receipt BLOB,"
                                    + " journaled INTEGER NOT NULL DEFAULT 0)"));
    private static final String COLUMNS =
            "SELECT number, key, sealed, receipt, journaled FROM item";

    private final SealedDatabase database;
    private final String electionId;
    private final String stationId;
    private final String terminalId;
    private final Signer signer;

    private OutboxStore(
            SealedDatabase database,
            String electionId,
            String stationId,
            String terminalId,
            Signer signer) {
        this.database = database;
        this.electionId = electionId;
        this.stationId = stationId;
        this.terminalId = terminalId;
        this.signer = signer;
    }

    /** Creates an empty outbox; the caller keeps owning {@code key}. */
    public static OutboxStore create(
            Path file,
            StoreKey key,
            String electionId,
            String stationId,
            String terminalId,
            Signer signer) {
        String owner = electionId + "|" + terminalId;
        SealedDatabase database = SealedDatabase.create(file, key, owner, SCHEMA);
        return new OutboxStore(database, electionId, stationId, terminalId, signer);
    }

    /** Opens an outbox and verifies every row; {@link StoreFault} lists what may be wrong. */
    public static OutboxStore open(
            Path file,
            StoreKey key,
            String electionId,
            String stationId,
            String terminalId,
            Signer signer) {
        String owner = electionId + "|" + terminalId;
        SealedDatabase database = SealedDatabase.open(file, key, owner, SCHEMA);
        OutboxStore outbox = new OutboxStore(database, electionId, stationId, terminalId, signer);
        return database.orClose(
                () -> {
                    List<OutboxItem> items = outbox.items();
                    if (!items.isEmpty() && items.getLast().number() != items.size()) {
                        throw database.failure(StoreFault.CORRUPT);
                    }
                    return outbox;
                });
    }

    /**
     * Queues content under a key, durably; the item already queued under that key otherwise.
     *
     * @param key e.g. {@code protocol/1}; journal segments and ballots have keys of their own
     * @throws IllegalArgumentException if the content is longer than an item may be
     */
    public SignedItem queue(String key, ItemKind kind, byte[] content) {
        return database.write(
                rows -> {
                    Optional<OutboxItem> there = first(rows, COLUMNS + " WHERE key = ?", key);
                    if (there.isPresent()) {
                        return there.get().item();
                    }
                    long number = 1 + rows.number("SELECT max(number) FROM item");
                    SignedItem item =
                            SignedItem.sign(
                                    ItemEnvelope.of(
                                            kind,
                                            electionId,
                                            stationId,
                                            terminalId,
                                            number,
                                            content),
                                    signer);
                    rows.update(
                            "INSERT INTO item (number, key, id, sealed) VALUES (?, ?, ?, ?)",
                            number,
                            key,
                            item.id(),
                            rows.seal(ITEM, number + "/" + key, item.toBytes()));
                    return item;
                });
    }

    /** All items by number. */
    public List<OutboxItem> items() {
        return list(COLUMNS + " ORDER BY number");
    }

    /** Items without a receipt, by number. */
    public List<OutboxItem> undelivered() {
        return list(COLUMNS + " WHERE receipt IS NULL ORDER BY number");
    }

    /** Items whose receipt is not yet in the journal, by number. */
    public List<OutboxItem> unjournaled() {
        return list(COLUMNS + " WHERE receipt IS NOT NULL AND journaled = 0 ORDER BY number");
    }

    /** The item with this id. */
    public Optional<OutboxItem> find(String itemId) {
        return database.read(rows -> first(rows, COLUMNS + " WHERE id = ?", itemId));
    }

    /** The greatest key that begins so, in text order. */
    public Optional<String> lastKey(String prefix) {
        List<String> keys = new ArrayList<>(1);
        database.read(
                rows -> {
                    rows.query(
                            row -> keys.add(row.getString("key")),
                            "SELECT key FROM item WHERE substr(key, 1, ?) = ?"
                                    + " ORDER BY key DESC LIMIT 1",
                            prefix.length(),
                            prefix);
                    return keys;
                });
        return keys.stream().findFirst();
    }

    /**
     * Stores a receipt, durably. The caller has checked that the centre signed it for this item.
     */
    public void receipted(String itemId, SignedReceipt receipt) {
        database.write(
                rows ->
                        rows.update(
                                "UPDATE item SET receipt = ? WHERE id = ? AND receipt IS NULL",
                                rows.seal(RECEIPT, itemId, receipt.toBytes()),
                                itemId));
    }

    /** Notes that the receipt is in the journal. */
    public void journaled(String itemId) {
        database.write(rows -> rows.update("UPDATE item SET journaled = 1 WHERE id = ?", itemId));
    }

    /** Number of items without a receipt. */
    public long undeliveredCount() {
        return database.read(
                rows -> rows.number("SELECT count(*) FROM item WHERE receipt IS NULL"));
    }

    private List<OutboxItem> list(String sql) {
        return database.read(
                rows -> {
                    List<OutboxItem> items = new ArrayList<>();
                    rows.query(row -> items.add(item(rows, row)), sql);
                    return List.copyOf(items);
                });
    }

    private Optional<OutboxItem> first(Rows rows, String sql, String parameter)
            throws SQLException {
        List<OutboxItem> found = new ArrayList<>(1);
        rows.query(row -> found.add(item(rows, row)), sql, parameter);
        return found.stream().findFirst();
    }

    private OutboxItem item(Rows rows, ResultSet row) throws SQLException {
        long number = row.getLong("number");
        String key = row.getString("key");
        try {
            SignedItem item =
                    SignedItem.read(rows.open(ITEM, number + "/" + key, row.getBytes("sealed")));
            byte[] sealedReceipt = row.getBytes("receipt");
            @Nullable SignedReceipt receipt =
                    sealedReceipt == null
                            ? null
                            : SignedReceipt.read(rows.open(RECEIPT, item.id(), sealedReceipt));
            boolean journaled = row.getInt("journaled") == 1;
            return new OutboxItem(number, key, item, receipt, journaled);
        } catch (WireFormatException e) {
            throw new StoreException(StoreFault.CORRUPT, SCHEMA.name(), e);
        }
    }

    public String stationId() {
        return stationId;
    }

    public String terminalId() {
        return terminalId;
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
