package org.tamga.central.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tamga.central.storage.Database;
import org.tamga.central.storage.RowSealer;
import org.tamga.election.voter.DirectoryEntry;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;

/** The people of all stations; everything personal lies sealed in its row. */
public final class PeopleTable {
    private static final String TABLE = "person";

    private final Database database;
    private final RowSealer sealer;

    public PeopleTable(Database database, RowSealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /**
     * What is known of somebody without opening the row.
     *
     * @param source keyed hash of all that the row was made of
     */
    record Known(VoterId voter, String station, int listNumber, String source) {}

    /** Somebody to be written. */
    record Entry(VoterRecord person, String station, String pinHash, String source) {}

    /** Everybody who is not removed, by the keyed hash of the personal number. */
    Map<String, Known> known() {
        String sql =
                "SELECT pin_hash, voter, station, list_number, source FROM person WHERE removed = 0";
        return database.transaction(
                connection -> {
                    var known = new HashMap<String, Known>();
                    try (PreparedStatement select = connection.prepareStatement(sql);
                            ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            known.put(
                                    rows.getString(1),
                                    new Known(
                                            new VoterId(rows.getString(2)),
                                            rows.getString(3),
                                            rows.getInt(4),
                                            rows.getString(5)));
                        }
                    }
                    return known;
                });
    }

    /** Highest list number given at each station, removed people included. */
    Map<String, Integer> lastListNumbers() {
        return counts("SELECT station, MAX(list_number) FROM person GROUP BY station");
    }

    /** Voters of each station. */
    public Map<String, Integer> countByStation() {
        return counts("SELECT station, COUNT(*) FROM person WHERE removed = 0 GROUP BY station");
    }

    private Map<String, Integer> counts(String sql) {
        return database.transaction(
                connection -> {
                    var counts = new HashMap<String, Integer>();
                    try (PreparedStatement select = connection.prepareStatement(sql);
                            ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            counts.put(rows.getString(1), rows.getInt(2));
                        }
                    }
                    return counts;
                });
    }

    /** Writes people, new or changed, each into the next version of its station's register. */
    void put(List<Entry> entries) {
        String sql =
                """
                INSERT INTO person (voter, station, pin_hash, list_number, source, changed_in,
                  removed, sealed) VALUES (?, ?, ?, ?, ?, %s, 0, ?)
                ON CONFLICT (voter) DO UPDATE SET source = excluded.source,
                  changed_in = excluded.changed_in, removed = 0, sealed = excluded.sealed"""
                        .formatted(nextVersion("?"));
        database.transaction(
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(sql)) {
                        for (Entry entry : entries) {
                            VoterRecord person = entry.person();
                            String voter = person.id().value();
                            insert.setString(1, voter);
                            insert.setString(2, entry.station());
                            insert.setString(3, entry.pinHash());
                            insert.setInt(4, person.listNumber());
                            insert.setString(5, entry.source());
                            insert.setString(6, entry.station());
                            insert.setBytes(7, sealed(person, voter));
                            insert.addBatch();
                        }
                        insert.executeBatch();
                    }
                    return entries.size();
                });
    }

    private byte[] sealed(VoterRecord person, String voter) {
        byte[] plain = PersonRow.write(person);
        try {
            return sealer.seal(TABLE, voter, plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Removes people from their register; their rows stay as tombstones without content. */
    void remove(List<VoterId> voters) {
        String sql =
                """
                UPDATE person SET removed = 1, pin_hash = 'removed ' || voter, source = '',
                  sealed = ?, changed_in = %s WHERE voter = ?"""
                        .formatted(nextVersion("person.station"));
        database.transaction(
                connection -> {
                    try (PreparedStatement update = connection.prepareStatement(sql)) {
                        for (VoterId voter : voters) {
                            update.setBytes(1, new byte[0]);
                            update.setString(2, voter.value());
                            update.addBatch();
                        }
                        update.executeBatch();
                    }
                    return voters.size();
                });
    }

    private static String nextVersion(String station) {
        return "(SELECT COALESCE(MAX(version), 0) + 1 FROM register_version WHERE"
                + " register_version.station = "
                + station
                + ")";
    }

    /**
     * People of a station who changed in a version or later, opened; the caller closes them.
     *
     * @param version 1 for all
     */
    public List<VoterRecord> changedSince(Connection connection, String station, int version)
            throws SQLException {
        String sql =
                """
                SELECT voter, sealed FROM person WHERE station = ? AND changed_in >= ?
                  AND removed = 0 ORDER BY list_number""";
        var people = new ArrayList<VoterRecord>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, station);
            select.setInt(2, version);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String voter = rows.getString(1);
                    byte[] plain = sealer.open(TABLE, voter, rows.getBytes(2));
                    people.add(PersonRow.read(voter, plain));
                    Arrays.fill(plain, (byte) 0);
                }
            }
        }
        return people;
    }

    /** People who left a station's register in a version or later. */
    public List<VoterId> removedSince(Connection connection, String station, int version)
            throws SQLException {
        String sql =
                """
                SELECT voter FROM person WHERE station = ? AND changed_in >= ? AND removed = 1
                  ORDER BY voter""";
        var removed = new ArrayList<VoterId>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, station);
            select.setInt(2, version);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    removed.add(new VoterId(rows.getString(1)));
                }
            }
        }
        return removed;
    }

    /** Where everybody votes who does not vote at this station. */
    public List<DirectoryEntry> directoryWithout(Connection connection, String station)
            throws SQLException {
        String sql =
                """
                SELECT pin_hash, station FROM person WHERE station <> ? AND removed = 0
                  ORDER BY pin_hash""";
        var directory = new ArrayList<DirectoryEntry>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, station);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    directory.add(new DirectoryEntry(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return directory;
    }
}
