package org.tamga.station.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalChain;
import org.tamga.election.journal.JournalCheck;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.JournalVerdict;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Signer;
import org.tamga.election.wire.WireFormatException;

/**
 * The journal of one terminal: events are appended and never changed. Whatever {@link #append}
 * returned is on the disk, whatever comes of the power. For any number of threads.
 */
public final class JournalStore implements AutoCloseable {
    private static final String TABLE = "event";
    static final Schema SCHEMA =
            new Schema(
                    "journal",
                    1,
                    List.of(
                            "CREATE TABLE event (seq INTEGER PRIMARY KEY, sealed BLOB NOT NULL)",
                            "CREATE TABLE ending (one INTEGER PRIMARY KEY, sealed BLOB NOT NULL)"));

    private static final String ENDING = "ending";

    private final SealedDatabase database;
    private final String electionId;
    private final String terminalId;
    private final Signer signer;
    private JournalChain chain;
    private @Nullable SignedEvent last;
    private boolean endedCleanly = true;

    private JournalStore(
            SealedDatabase database, String electionId, String terminalId, Signer signer) {
        this.database = database;
        this.electionId = electionId;
        this.terminalId = terminalId;
        this.signer = signer;
        this.chain = new JournalChain(electionId, terminalId, signer);
    }

    /** Creates an empty journal; the caller keeps owning {@code key}. */
    public static JournalStore create(
            Path file, StoreKey key, String electionId, String terminalId, Signer signer) {
        SealedDatabase database =
                SealedDatabase.create(file, key, owner(electionId, terminalId), SCHEMA);
        return database.orClose(
                () -> {
                    database.write(rows -> put(rows, JournalEnd.NEW));
                    return new JournalStore(database, electionId, terminalId, signer);
                });
    }

    /**
     * Opens a journal and verifies every row, hash, link and signature of it.
     *
     * @param signer the terminal's own key: the one that signed all events
     * @throws StoreException see {@link StoreFault}; a journal that does not verify is {@link
     *     StoreFault#CORRUPT}
     */
    public static JournalStore open(
            Path file, StoreKey key, String electionId, String terminalId, Signer signer) {
        SealedDatabase database =
                SealedDatabase.open(file, key, owner(electionId, terminalId), SCHEMA);
        JournalStore journal = new JournalStore(database, electionId, terminalId, signer);
        return database.orClose(journal::verified);
    }

    private JournalStore verified() {
        JournalVerdict verdict =
                JournalCheck.verify(electionId, terminalId, signer.publicKey(), events());
        switch (verdict) {
            case JournalVerdict.Intact(long _, SignedEvent end) -> last = end;
            case JournalVerdict.Broken _ -> throw database.failure(StoreFault.CORRUPT);
        }
        restartChain();
        JournalEnd end = database.read(JournalStore::ending);
        if (end.seq() != lastSeq() || !end.hash().equals(lastHash())) {
            throw database.failure(StoreFault.CORRUPT);
        }
        endedCleanly = end.clean();
        database.write(rows -> put(rows, end(false)));
        return this;
    }

    private static String owner(String electionId, String terminalId) {
        return electionId + "|" + terminalId;
    }

    /**
     * Chains, signs and stores one event; returns when it is on the disk.
     *
     * @param at cut to whole seconds
     * @param actor id of an official, or {@code system}
     * @param data exactly the keys that the catalogue names for {@code type}
     * @throws IllegalArgumentException if the data are not those of the catalogue; nothing is kept
     * @throws StoreException nothing is kept
     */
    public synchronized SignedEvent append(
            EventType type, Instant at, String actor, Map<String, String> data) {
        boolean stored = false;
        try {
            SignedEvent event = chain.next(type, at, actor, data);
            long seq = event.event().seq();
            database.write(
                    rows -> {
                        rows.update(
                                "INSERT INTO event VALUES (?, ?)",
                                seq,
                                rows.seal(TABLE, Long.toString(seq), event.line()));
                        return put(rows, new JournalEnd(seq, event.hash(), false));
                    });
            stored = true;
            last = event;
            return event;
        } finally {
            if (!stored) {
                restartChain();
            }
        }
    }

    private void restartChain() {
        chain = new JournalChain(electionId, terminalId, signer);
        if (last != null) {
            chain.resumeFrom(last);
        }
    }

    /** All events in order. */
    public List<SignedEvent> events() {
        return eventsAfter(0);
    }

    /** The events with a sequence number above {@code seq}, in order. */
    public List<SignedEvent> eventsAfter(long seq) {
        return database.read(
                rows -> {
                    List<SignedEvent> events = new ArrayList<>();
                    rows.query(
                            row ->
                                    events.add(
                                            parse(
                                                    rows,
                                                    row.getLong("seq"),
                                                    row.getBytes("sealed"))),
                            "SELECT seq, sealed FROM event WHERE seq > ? ORDER BY seq",
                            seq);
                    return List.copyOf(events);
                });
    }

    private SignedEvent parse(Rows rows, long seq, byte @Nullable [] sealed) throws SQLException {
        try {
            return SignedEvent.parse(rows.open(TABLE, Long.toString(seq), sealed));
        } catch (WireFormatException e) {
            throw new StoreException(StoreFault.CORRUPT, SCHEMA.name(), e);
        }
    }

    /** The last event; empty for a new journal. */
    public synchronized Optional<SignedEvent> last() {
        return Optional.ofNullable(last);
    }

    /** Sequence number of the last event, 0 for a new journal. */
    public synchronized long lastSeq() {
        return last == null ? 0 : last.event().seq();
    }

    private String lastHash() {
        return last == null ? "" : last.hash();
    }

    private JournalEnd end(boolean clean) {
        return new JournalEnd(lastSeq(), lastHash(), clean);
    }

    private static int put(Rows rows, JournalEnd end) throws SQLException {
        return rows.update(
                "INSERT OR REPLACE INTO ending VALUES (1, ?)",
                rows.seal(ENDING, ENDING, CanonicalJson.write(end)));
    }

    private static JournalEnd ending(Rows rows) throws SQLException {
        byte[] sealed = rows.bytes("SELECT sealed FROM ending");
        try {
            return CanonicalJson.read(rows.open(ENDING, ENDING, sealed), JournalEnd.class);
        } catch (WireFormatException e) {
            throw new StoreException(StoreFault.CORRUPT, SCHEMA.name(), e);
        }
    }

    /** Where the journal ends now; empty for a new journal. */
    public Optional<JournalHead> head() {
        return last().map(event -> JournalHead.of(electionId, event));
    }

    /**
     * Whether the process that had this journal before closed it. False after a power cut or a
     * kill: the caller then records {@code RESTARTED_AFTER_POWER_LOSS}.
     */
    public boolean endedCleanly() {
        return endedCleanly;
    }

    public String electionId() {
        return electionId;
    }

    public String terminalId() {
        return terminalId;
    }

    /** For tests that damage or fill the file. */
    SealedDatabase database() {
        return database;
    }

    /** Leaves the mark of a clean end and closes. */
    @Override
    public synchronized void close() {
        if (!database.isOpen()) {
            return;
        }
        try {
            database.write(rows -> put(rows, end(true)));
        } finally {
            database.close();
        }
    }
}
