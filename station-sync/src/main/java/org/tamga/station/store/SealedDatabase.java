package org.tamga.station.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.mc.SQLiteMCSqlCipherConfig;

/**
 * One encrypted SQLite file (SQLCipher 4 scheme, raw key) with exactly one connection, write-ahead
 * log, {@code synchronous=FULL}, secure delete and a check of all pages at open. A write that
 * returned is on the disk. This class is the only one that opens a JDBC connection.
 */
final class SealedDatabase implements AutoCloseable {
    private final String store;
    private final StoreLock lock;
    private final Connection connection;
    private final StoreKey lookup;
    private final Rows rows;
    private boolean closed;

    private SealedDatabase(
            Path file, StoreLock lock, Connection connection, StoreKey key, String owner) {
        this.store = String.valueOf(file.getFileName());
        this.lock = lock;
        this.connection = connection;
        this.lookup = key.derive("lookup");
        this.rows = new Rows(connection, new RowSeal(key, owner), lookup, store);
    }

    /**
     * Creates the store; a creation that was cut short is completed.
     *
     * @param owner election and terminal the store belongs to, e.g. {@code ky-2026|0101-A}
     */
    static SealedDatabase create(Path file, StoreKey key, String owner, Schema schema) {
        StoreLock lock = StoreLock.take(file);
        try {
            if (Files.exists(file) && lock.compare(key) != StoreLock.KeyCheck.SAME) {
                throw new StoreException(
                        StoreFault.ALREADY_EXISTS, String.valueOf(file.getFileName()));
            }
            lock.remember(key);
        } catch (StoreException e) {
            lock.close();
            throw e;
        }
        SealedDatabase database = connect(file, lock, key, owner);
        return database.orClose(
                () -> {
                    database.write(rows -> install(rows, owner, schema));
                    return database;
                });
    }

    /** Opens an existing store and checks it; {@link StoreFault} lists what may be wrong. */
    static SealedDatabase open(Path file, StoreKey key, String owner, Schema schema) {
        String store = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new StoreException(StoreFault.MISSING, store);
        }
        if (!Files.isWritable(file)) {
            throw new StoreException(StoreFault.NOT_WRITABLE, store);
        }
        StoreLock lock = StoreLock.take(file);
        if (lock.compare(key) == StoreLock.KeyCheck.OTHER) {
            lock.close();
            throw new StoreException(StoreFault.WRONG_KEY, store);
        }
        SealedDatabase database = connect(file, lock, key, owner);
        return database.orClose(
                () -> {
                    database.check(owner, schema);
                    return database;
                });
    }

    private static SealedDatabase connect(Path file, StoreLock lock, StoreKey key, String owner) {
        byte[] pageKey = key.expand("pages");
        try {
            Connection connection =
                    JDBC.createConnection(
                            JDBC.PREFIX + file.toAbsolutePath(),
                            SQLiteMCSqlCipherConfig.getV4Defaults()
                                    .withRawUnsaltedKey(pageKey)
                                    .build()
                                    .toProperties());
            SealedDatabase database = new SealedDatabase(file, lock, connection, key, owner);
            return database.orClose(
                    () -> {
                        database.settings(key);
                        return database;
                    });
        } catch (SQLException e) {
            StoreException failure =
                    SqliteFaults.of(
                            e,
                            String.valueOf(file.getFileName()),
                            lock.compare(key) == StoreLock.KeyCheck.SAME);
            lock.close();
            throw failure;
        } finally {
            Arrays.fill(pageKey, (byte) 0);
        }
    }

    private void settings(StoreKey key) {
        boolean rightKey = lock.compare(key) == StoreLock.KeyCheck.SAME;
        try {
            // Exclusive before the first access: the index of the log stays in memory, no -shm
            // file.
            rows.execute("PRAGMA locking_mode=EXCLUSIVE");
            rows.execute("PRAGMA journal_mode=WAL");
            rows.execute("PRAGMA synchronous=FULL");
            rows.execute("PRAGMA secure_delete=ON");
            rows.execute("PRAGMA foreign_keys=ON");
            rows.execute("PRAGMA temp_store=MEMORY");
            rows.execute("PRAGMA mmap_size=0");
            rows.number("SELECT count(*) FROM sqlite_master");
        } catch (SQLException e) {
            throw SqliteFaults.of(e, store, rightKey);
        }
    }

    private static int install(Rows rows, String owner, Schema schema) throws SQLException {
        if (rows.number("SELECT count(*) FROM sqlite_master") > 0) {
            throw new StoreException(StoreFault.ALREADY_EXISTS, schema.name());
        }
        rows.update("CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID");
        for (String statement : schema.statements()) {
            rows.update(statement);
        }
        rows.update("INSERT INTO meta VALUES ('schema', ?)", label(schema));
        rows.update("INSERT INTO meta VALUES ('owner', ?)", bytes(owner));
        return rows.update(
                "INSERT INTO meta VALUES ('seal', ?)",
                rows.seal("meta", "seal", bytes(schema.name())));
    }

    private void check(String owner, Schema schema) {
        read(
                rows -> {
                    String pages = rows.execute("PRAGMA quick_check");
                    if (!"ok".equals(pages)
                            || rows.number("SELECT count(*) FROM sqlite_master") == 0) {
                        throw new StoreException(StoreFault.CORRUPT, store);
                    }
                    String value = "SELECT value FROM meta WHERE name = ?";
                    if (!Arrays.equals(rows.bytes(value, "schema"), label(schema))) {
                        throw new StoreException(StoreFault.OTHER_SCHEMA, store);
                    }
                    if (!Arrays.equals(rows.bytes(value, "owner"), bytes(owner))) {
                        throw new StoreException(StoreFault.OTHER_ELECTION, store);
                    }
                    return rows.open("meta", "seal", rows.bytes(value, "seal"));
                });
    }

    /** Reads; nothing is changed. */
    synchronized <T extends @Nullable Object> T read(Rows.Work<T> work) {
        requireOpen();
        try {
            return work.run(rows);
        } catch (SQLException e) {
            throw SqliteFaults.of(e, store, true);
        }
    }

    /**
     * One transaction: all of {@code work} is on the disk when this returns, or none of it is kept.
     *
     * @throws StoreException as {@link StoreFault} says; after one that could not be undone the
     *     store is closed
     */
    synchronized <T extends @Nullable Object> T write(Rows.Work<T> work) {
        requireOpen();
        boolean done = false;
        try {
            rows.execute("BEGIN IMMEDIATE");
            T result = work.run(rows);
            rows.execute("COMMIT");
            done = true;
            return result;
        } catch (SQLException e) {
            throw SqliteFaults.of(e, store, true);
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    private void rollback() {
        try {
            rows.execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has undone the transaction by itself (full disk, I/O error), or nothing can be
            // trusted any more; a following write that fails to begin says which.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                close();
            }
        }
    }

    /**
     * Moves the write-ahead log into the file and empties the log.
     *
     * @return false when that was not possible, e.g. on a full disk: everything committed is still
     *     safe in the log, and the next call tries again
     */
    synchronized boolean checkpoint() {
        requireOpen();
        try {
            return "0".equals(rows.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        } catch (SQLException e) {
            return false;
        }
    }

    /** Rewrites the whole file in key order, so that no page tells when its rows came. */
    synchronized void rewrite() {
        read(rows -> rows.execute("VACUUM"));
        checkpoint();
    }

    synchronized boolean isOpen() {
        return !closed;
    }

    /** A failure of this store, for those built on it. */
    StoreException failure(StoreFault fault) {
        return new StoreException(fault, store);
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(StoreFault.CLOSED, store);
        }
    }

    /** Runs {@code opening}; on any failure the connection and the lock are given back first. */
    <T> T orClose(Supplier<T> opening) {
        boolean done = false;
        try {
            T result = opening.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        lookup.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteFaults.of(e, store, true);
        } finally {
            lock.close();
        }
    }

    private static byte[] label(Schema schema) {
        return bytes(schema.name() + "/" + schema.version());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Deletes the files of a closed store. */
    static void delete(Path file) throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal", ".lock"}) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }
}
