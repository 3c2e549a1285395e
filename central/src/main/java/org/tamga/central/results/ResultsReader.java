package org.tamga.central.results;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.central.ingest.ItemTable;
import org.tamga.central.storage.Database;
import org.tamga.election.ballot.DecryptedTally;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.ItemEnvelope;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.protocol.ProtocolContent;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;

/** Reads turnout and results out of what the stations delivered and the guardians decrypted. */
public final class ResultsReader {
    private static final String TALLY = "tally";

    private final Database database;
    private final ElectionPackage electionPackage;

    public ResultsReader(Database database, ElectionPackage electionPackage) {
        this.database = database;
        this.electionPackage = electionPackage;
    }

    /** Turnout so far. */
    public Turnout turnout() {
        return database.transaction(
                connection -> Turnout.read(connection, electionPackage.electionId()));
    }

    /** Results so far. */
    public Results results() {
        return database.transaction(
                connection ->
                        Results.of(electionPackage, protocols(connection), tallies(connection)));
    }

    /**
     * The boxes that the stations' newest protocols name: the root of each booth's ballot log, hex,
     * by booth.
     */
    public SortedMap<String, String> boothRoots() {
        var roots = new TreeMap<String, String>();
        database.transaction(this::protocols)
                .values()
                .forEach(protocol -> roots.putAll(protocol.boothRoots()));
        return roots;
    }

    /** Makes a tally the one that the results are read from. */
    public void publish(List<DecryptedTally> tallies) {
        String sql =
                """
                INSERT INTO outcome (name, content) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET content = excluded.content""";
        database.transaction(
                connection -> {
                    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
                        upsert.setString(1, TALLY);
                        upsert.setBytes(2, CanonicalJson.write(tallies));
                        return upsert.executeUpdate();
                    }
                });
    }

    /** The newest protocol of each station, by station. */
    private Map<String, ProtocolContent> protocols(Connection connection) throws SQLException {
        var items = new ItemTable(connection);
        var newest = new HashMap<String, ProtocolContent>();
        for (Station station : electionPackage.stations()) {
            for (Terminal terminal : station.terminals()) {
                for (ItemEnvelope item : items.envelopes(terminal.id(), ItemKind.PROTOCOL)) {
                    newest.merge(
                            station.id(),
                            protocol(item),
                            (a, b) -> a.version() >= b.version() ? a : b);
                }
            }
        }
        return newest;
    }

    private static ProtocolContent protocol(ItemEnvelope item) {
        try {
            for (Map.Entry<String, byte[]> file :
                    FileBundle.read(item.contentBytes()).decoded().entrySet()) {
                if (file.getKey().matches("protocol-v\\d+\\.json")) {
                    return CanonicalJson.read(file.getValue(), ProtocolContent.class);
                }
            }
        } catch (WireFormatException e) {
            throw new IllegalStateException("A stored protocol is malformed", e);
        }
        throw new IllegalStateException("A stored protocol item has no protocol");
    }

    private static Optional<List<DecryptedTally>> tallies(Connection connection)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT content FROM outcome WHERE name = ?")) {
            select.setString(1, TALLY);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                List.of(
                                        CanonicalJson.read(
                                                rows.getBytes(1), DecryptedTally[].class)))
                        : Optional.empty();
            }
        } catch (WireFormatException e) {
            throw new IllegalStateException("The stored tally is malformed", e);
        }
    }
}
