package org.tamga.central.register;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.central.people.PeopleTable;
import org.tamga.central.storage.Database;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.voter.DirectoryEntry;
import org.tamga.election.voter.RegisterContent;
import org.tamga.election.voter.RegisterFiles;
import org.tamga.election.voter.RegisterKind;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.Signer;

/**
 * Publishes a station's register, sealed to its operator terminal: the first time a snapshot, later
 * a delta and a new snapshot, and nothing if neither its voters nor the directory of the others'
 * stations changed.
 */
public final class RegisterPublisher {
    private final CentralHome home;
    private final Database database;
    private final PeopleTable people;
    private final Signer central;
    private final String electionId;
    private final String salt;

    public RegisterPublisher(
            CentralHome home,
            Database database,
            PeopleTable people,
            Signer central,
            String electionId,
            String salt) {
        this.home = home;
        this.database = database;
        this.people = people;
        this.central = central;
        this.electionId = electionId;
        this.salt = salt;
    }

    /** The salt of an election, hex of 32 bytes, from the centre's row key. */
    public static String saltOf(byte[] rowKey, String electionId) {
        byte[] label = ("register salt|" + electionId).getBytes(StandardCharsets.UTF_8);
        return Hex.of(Digests.hmacSha256(rowKey, label));
    }

    /**
     * What a publication did.
     *
     * @param version newest version of the station's register
     * @param fresh whether it is new
     */
    public record Publication(String station, int version, int voters, boolean fresh) {}

    /** Publishes one station. */
    public Publication publish(Station station, Instant now) {
        byte[] key = Hex.parse(registerKey(station));
        return database.transaction(connection -> publish(connection, station.id(), key, now));
    }

    private Publication publish(Connection connection, String station, byte[] key, Instant now)
            throws SQLException {
        int last = lastVersion(connection, station);
        int version = last + 1;
        List<VoterRecord> all = people.changedSince(connection, station, 1);
        List<VoterRecord> changed =
                last == 0 ? List.of() : people.changedSince(connection, station, version);
        List<VoterId> removed =
                last == 0 ? List.of() : people.removedSince(connection, station, version);
        List<DirectoryEntry> directory = people.directoryWithout(connection, station);
        String digest = Digests.sha256Hex(CanonicalJson.write(directory));
        boolean sameDirectory = digest.equals(directoryOf(connection, station, last));
        if (last > 0 && changed.isEmpty() && removed.isEmpty() && sameDirectory) {
            all.forEach(VoterRecord::close);
            return new Publication(station, last, all.size(), false);
        }
        Instant created = now.truncatedTo(ChronoUnit.SECONDS);
        try (var snapshot =
                new RegisterContent(
                        electionId,
                        station,
                        RegisterKind.SNAPSHOT,
                        0,
                        version,
                        created,
                        salt,
                        all,
                        List.of(),
                        directory)) {
            CentralHome.write(
                    home.registerSnapshot(station, version),
                    RegisterFiles.seal(snapshot, key, central));
        }
        if (last > 0) {
            try (var delta =
                    new RegisterContent(
                            electionId,
                            station,
                            RegisterKind.DELTA,
                            last,
                            version,
                            created,
                            salt,
                            changed,
                            removed,
                            directory)) {
                CentralHome.write(
                        home.registerDelta(station, version),
                        RegisterFiles.seal(delta, key, central));
            }
        }
        record(connection, station, version, all.size(), digest);
        return new Publication(station, version, all.size(), true);
    }

    /** Newest version of a station's register, 0 before the first. */
    public static int lastVersion(Connection connection, String station) throws SQLException {
        String sql = "SELECT COALESCE(MAX(version), 0) FROM register_version WHERE station = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, station);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    /** Hash of the directory that a version carried, empty for no version. */
    private static String directoryOf(Connection connection, String station, int version)
            throws SQLException {
        String sql = "SELECT directory FROM register_version WHERE station = ? AND version = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, station);
            select.setInt(2, version);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private static void record(
            Connection connection, String station, int version, int voters, String directory)
            throws SQLException {
        String sql =
                """
                INSERT INTO register_version (station, version, voters, directory)
                VALUES (?, ?, ?, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, station);
            insert.setInt(2, version);
            insert.setInt(3, voters);
            insert.setString(4, directory);
            insert.executeUpdate();
        }
    }

    private static String registerKey(Station station) {
        for (Terminal terminal : station.terminals()) {
            if (terminal.kind() == TerminalKind.OPERATOR && terminal.registerKey() != null) {
                return terminal.registerKey();
            }
        }
        throw CentralFailure.usage(
                "CN-51", "station " + station.id() + " has no operator terminal");
    }
}
