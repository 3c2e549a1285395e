package org.tamga.station.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tamga.election.voter.DirectoryEntry;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.RegisterContent;
import org.tamga.election.voter.RegisterKind;
import org.tamga.election.voter.RegisterRefusal;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.WireFormatException;

/**
 * The voters of a station with their templates and photos, one sealed row each. Its key lives in a
 * file of its own, so that destroying that file destroys the register. Records handed out are the
 * caller's to close.
 */
public final class RegisterStore implements AutoCloseable {
    private static final String VOTER = "voter";
    private static final String DIRECTORY = "directory";
    private static final String STATE = "state";
    private static final Schema SCHEMA =
            new Schema(
                    "register",
                    1,
                    List.of(
                            "CREATE TABLE voter (id TEXT PRIMARY KEY, pin BLOB NOT NULL UNIQUE,"
                                    + " sealed BLOB NOT NULL) WITHOUT ROWID",
                            "CREATE TABLE directory (pin BLOB PRIMARY KEY, sealed BLOB NOT NULL)"
                                    + " WITHOUT ROWID",
                            "CREATE TABLE state (name TEXT PRIMARY KEY, sealed BLOB NOT NULL)"
                                    + " WITHOUT ROWID"));

    private final Path file;
    private final SealedDatabase database;
    private final String electionId;
    private final String stationId;
    private final String terminalId;
    private RegisterState state = RegisterState.EMPTY;

    private RegisterStore(
            Path file,
            SealedDatabase database,
            String electionId,
            String stationId,
            String terminalId) {
        this.file = file;
        this.database = database;
        this.electionId = electionId;
        this.stationId = stationId;
        this.terminalId = terminalId;
    }

    /**
     * Creates an empty register with a new random key, sealed by {@code wrapping} in {@code
     * <file>.key}.
     */
    public static RegisterStore create(
            Path file, StoreKey wrapping, String electionId, String stationId, String terminalId) {
        String owner = electionId + "|" + terminalId;
        try (StoreKey key =
                Files.exists(KeyFile.of(file))
                        ? KeyFile.open(file, wrapping, owner)
                        : KeyFile.create(file, wrapping, owner)) {
            SealedDatabase database = SealedDatabase.create(file, key, owner, SCHEMA);
            return new RegisterStore(file, database, electionId, stationId, terminalId);
        }
    }

    /**
     * Opens a register and verifies every row.
     *
     * @throws StoreException see {@link StoreFault}; {@link StoreFault#MISSING} once shredded
     */
    public static RegisterStore open(
            Path file, StoreKey wrapping, String electionId, String stationId, String terminalId) {
        String owner = electionId + "|" + terminalId;
        try (StoreKey key = KeyFile.open(file, wrapping, owner)) {
            SealedDatabase database = SealedDatabase.open(file, key, owner, SCHEMA);
            RegisterStore register =
                    new RegisterStore(file, database, electionId, stationId, terminalId);
            return database.orClose(
                    () -> {
                        register.verify();
                        return register;
                    });
        }
    }

    private void verify() {
        state = database.read(this::readState);
        int[] found = new int[2];
        database.read(
                rows -> {
                    rows.query(
                            row -> {
                                try (VoterRecord voter = voter(rows, row)) {
                                    byte[] pin = rows.lookup(digits(voter.pin()));
                                    if (!Arrays.equals(pin, row.getBytes("pin"))) {
                                        throw database.failure(StoreFault.CORRUPT);
                                    }
                                }
                                found[0]++;
                            },
                            "SELECT id, pin, sealed FROM voter");
                    rows.query(
                            row -> {
                                station(rows, row.getBytes("pin"), row.getBytes("sealed"));
                                found[1]++;
                            },
                            "SELECT pin, sealed FROM directory");
                    return found;
                });
        if (found[0] != state.voters() || found[1] != state.elsewhere()) {
            throw database.failure(StoreFault.CORRUPT);
        }
    }

    /**
     * Applies a snapshot or the delta to the version held, wholly or not at all. The content stays
     * the caller's to close.
     */
    public synchronized RegisterUpdate apply(RegisterContent content) {
        if (!content.electionId().equals(electionId) || !content.stationId().equals(stationId)) {
            return refused(RegisterRefusal.WRONG_STATION_OR_ELECTION, content.stationId());
        }
        boolean delta = content.kind() == RegisterKind.DELTA;
        if (content.version() <= state.version()
                || (delta && content.fromVersion() != state.version())) {
            return refused(
                    RegisterRefusal.VERSION_GAP,
                    "held " + state.version() + ", offered " + content.version());
        }
        state = database.write(rows -> store(rows, content, delta));
        return new RegisterUpdate.Applied(state.version(), state.voters());
    }

    private static RegisterUpdate refused(RegisterRefusal reason, String detail) {
        return new RegisterUpdate.Refused(reason, detail);
    }

    private RegisterState store(Rows rows, RegisterContent content, boolean delta)
            throws SQLException {
        if (!delta) {
            rows.update("DELETE FROM voter");
        }
        // Every file brings the whole directory: whoever left it must not be sent anywhere.
        rows.update("DELETE FROM directory");
        for (VoterId removed : content.removals()) {
            rows.update("DELETE FROM voter WHERE id = ?", removed.value());
        }
        // First all old rows, then all new ones: a delta may hand one person's number to another.
        for (VoterRecord voter : content.upserts()) {
            rows.update("DELETE FROM voter WHERE id = ?", voter.id().value());
        }
        for (VoterRecord voter : content.upserts()) {
            byte[] plain = VoterRow.write(voter);
            rows.update(
                    "INSERT INTO voter VALUES (?, ?, ?)",
                    voter.id().value(),
                    rows.lookup(digits(voter.pin())),
                    rows.seal(VOTER, voter.id().value(), plain));
            Arrays.fill(plain, (byte) 0);
        }
        for (DirectoryEntry entry : content.directory()) {
            byte[] pin = rows.lookup(bytes(entry.pinHash()));
            byte[] sealed = rows.seal(DIRECTORY, Hex.of(pin), bytes(entry.stationId()));
            rows.update("INSERT OR REPLACE INTO directory VALUES (?, ?)", pin, sealed);
        }
        RegisterState after =
                new RegisterState(
                        content.version(),
                        content.kind(),
                        content.salt(),
                        (int) rows.number("SELECT count(*) FROM voter"),
                        (int) rows.number("SELECT count(*) FROM directory"));
        rows.update(
                "INSERT OR REPLACE INTO state VALUES (?, ?)",
                STATE,
                rows.seal(STATE, STATE, CanonicalJson.write(after)));
        return after;
    }

    private RegisterState readState(Rows rows) throws SQLException {
        byte[] sealed = rows.bytes("SELECT sealed FROM state WHERE name = ?", STATE);
        if (sealed == null) {
            return RegisterState.EMPTY;
        }
        try {
            return CanonicalJson.read(rows.open(STATE, STATE, sealed), RegisterState.class);
        } catch (WireFormatException e) {
            throw database.failure(StoreFault.CORRUPT);
        }
    }

    /** The voter with this personal number, if on the station's list. */
    public Optional<VoterRecord> findByPin(PersonalNumber pin) {
        return database.read(
                rows ->
                        first(
                                rows,
                                "SELECT id, sealed FROM voter WHERE pin = ?",
                                rows.lookup(digits(pin))));
    }

    /** The voter with this id. */
    public Optional<VoterRecord> findById(VoterId id) {
        return database.read(
                rows -> first(rows, "SELECT id, sealed FROM voter WHERE id = ?", id.value()));
    }

    /**
     * The station at which a person who is not on this list votes, as far as the directory knows.
     */
    public Optional<String> stationOf(PersonalNumber pin) {
        if (state.salt().isEmpty()) {
            return Optional.empty();
        }
        return database.read(
                rows -> {
                    byte[] key = rows.lookup(bytes(DirectoryEntry.hashOf(state.salt(), pin)));
                    byte[] sealed = rows.bytes("SELECT sealed FROM directory WHERE pin = ?", key);
                    return sealed == null
                            ? Optional.empty()
                            : Optional.of(station(rows, key, sealed));
                });
    }

    /** Shows every voter, ordered by id; each record is wiped when {@code reader} returns. */
    public void forEachVoter(Consumer<VoterRecord> reader) {
        database.read(
                rows -> {
                    rows.query(
                            row -> {
                                try (VoterRecord voter = voter(rows, row)) {
                                    reader.accept(voter);
                                }
                            },
                            "SELECT id, sealed FROM voter ORDER BY id");
                    return state;
                });
    }

    private Optional<VoterRecord> first(Rows rows, String sql, Object parameter)
            throws SQLException {
        List<VoterRecord> found = new ArrayList<>(1);
        rows.query(row -> found.add(voter(rows, row)), sql, parameter);
        return found.stream().findFirst();
    }

    private VoterRecord voter(Rows rows, ResultSet row) throws SQLException {
        byte[] plain = rows.open(VOTER, row.getString("id"), row.getBytes("sealed"));
        try {
            return VoterRow.read(plain);
        } catch (IllegalArgumentException e) {
            throw database.failure(StoreFault.CORRUPT);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static String station(Rows rows, byte[] pin, byte @Nullable [] sealed) {
        return new String(rows.open(DIRECTORY, Hex.of(pin), sealed), StandardCharsets.UTF_8);
    }

    /** Version held, 0 before the first snapshot. */
    public synchronized int version() {
        return state.version();
    }

    /** Whether the version held came as a whole or as a delta. */
    public synchronized RegisterKind kind() {
        return state.kind();
    }

    /** Number of voters. */
    public synchronized int voters() {
        return state.voters();
    }

    /**
     * Destroys the register: first its key, overwritten and removed, then its files. Nobody reads
     * it again, whoever opens the vault. On a flash disk an overwritten block may survive where
     * only its maker's tools reach; it holds the key sealed under the vault.
     *
     * @return what the act about it says
     * @throws IOException if a file could not be destroyed; the call may be repeated after
     *     reopening
     */
    public synchronized ShredAct shred() throws IOException {
        database.close();
        Map<String, String> destroyed = new TreeMap<>();
        for (Path each : List.of(KeyFile.of(file), file)) {
            destroyed.put(
                    String.valueOf(each.getFileName()),
                    Digests.sha256Hex(Files.readAllBytes(each)));
        }
        KeyFile.destroy(file);
        SealedDatabase.delete(file);
        return new ShredAct(
                electionId, stationId, terminalId, state.version(), state.voters(), destroyed);
    }

    private static byte[] digits(PersonalNumber pin) {
        return bytes(pin.digits());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
