package org.tamga.central.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.election.exchange.ItemEnvelope;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.exchange.TurnoutReport;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.wire.WireFormatException;

/** Items, their receipts, and what is projected from them at arrival; inside a transaction. */
public final class ItemTable {
    private final Connection connection;

    public ItemTable(Connection connection) {
        this.connection = connection;
    }

    /** The receipt of an item that is here. */
    Optional<SignedReceipt> receipt(String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT receipt FROM item WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(SignedReceipt.read(rows.getBytes(1)))
                        : Optional.empty();
            }
        } catch (WireFormatException e) {
            throw new IllegalStateException("A stored receipt is malformed", e);
        }
    }

    /** Whether the terminal's outbox number is taken. */
    boolean isTaken(String terminal, long number) throws SQLException {
        String sql = "SELECT COUNT(*) FROM item WHERE terminal = ? AND number = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, terminal);
            select.setLong(2, number);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() && rows.getInt(1) > 0;
            }
        }
    }

    void insert(SignedItem item, ItemEnvelope envelope, SignedReceipt receipt) throws SQLException {
        String sql =
                """
                INSERT INTO item (id, kind, station, terminal, number, body, receipt)
                VALUES (?, ?, ?, ?, ?, ?, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, item.id());
            insert.setString(2, word(envelope.kind()));
            insert.setString(3, envelope.station());
            insert.setString(4, envelope.terminal());
            insert.setLong(5, envelope.number());
            insert.setBytes(6, item.toBytes());
            insert.setBytes(7, receipt.toBytes());
            insert.executeUpdate();
        }
    }

    /** Envelopes of a terminal's items of one kind, by number. */
    public List<ItemEnvelope> envelopes(String terminal, ItemKind kind) throws SQLException {
        String sql = "SELECT body FROM item WHERE terminal = ? AND kind = ? ORDER BY number";
        var envelopes = new ArrayList<ItemEnvelope>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, terminal);
            select.setString(2, word(kind));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    envelopes.add(SignedItem.read(rows.getBytes(1)).read());
                }
            }
        } catch (WireFormatException e) {
            throw new IllegalStateException("A stored item is malformed", e);
        }
        return envelopes;
    }

    /** How many items of each kind a terminal has delivered. */
    public SortedMap<String, Integer> counts(String terminal) throws SQLException {
        String sql = "SELECT kind, COUNT(*) FROM item WHERE terminal = ? GROUP BY kind";
        var counts = new TreeMap<String, Integer>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, terminal);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return counts;
    }

    /** Where the terminal's journal ends here, and what it has counted up to there. */
    Optional<JournalState> journal(String electionId, String terminal) throws SQLException {
        String sql =
                """
                SELECT seq, hash, registered, paper, online, mobile FROM journal_head
                WHERE terminal = ?""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, terminal);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                var head =
                        new JournalHead(electionId, terminal, rows.getLong(1), rows.getString(2));
                return Optional.of(
                        new JournalState(
                                head,
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                rows.getLong(6)));
            }
        }
    }

    void moveJournal(JournalState state) throws SQLException {
        String sql =
                """
                INSERT INTO journal_head (terminal, seq, hash, registered, paper, online, mobile)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (terminal) DO UPDATE SET seq = excluded.seq, hash = excluded.hash,
                  registered = excluded.registered, paper = excluded.paper,
                  online = excluded.online, mobile = excluded.mobile""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, state.head().terminal());
            upsert.setLong(2, state.head().seq());
            upsert.setString(3, state.head().hash());
            upsert.setLong(4, state.registered());
            upsert.setLong(5, state.paper());
            upsert.setLong(6, state.online());
            upsert.setLong(7, state.mobile());
            upsert.executeUpdate();
        }
    }

    /** Keeps the highest turnout of a station: turnout only grows, whichever way it came. */
    void updateTurnout(String station, TurnoutReport report) throws SQLException {
        String sql =
                """
                INSERT INTO turnout (station, counted_at, registered, paper, online, mobile)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (station) DO UPDATE SET counted_at = excluded.counted_at,
                  registered = excluded.registered, paper = excluded.paper,
                  online = excluded.online, mobile = excluded.mobile
                WHERE excluded.paper + excluded.online + excluded.mobile
                  >= turnout.paper + turnout.online + turnout.mobile""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, station);
            upsert.setString(2, report.at().toString());
            upsert.setLong(3, report.registered());
            upsert.setLong(4, report.identifiedPaper());
            upsert.setLong(5, report.identifiedOnline());
            upsert.setLong(6, report.identifiedMobile());
            upsert.executeUpdate();
        }
    }

    private static String word(ItemKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
