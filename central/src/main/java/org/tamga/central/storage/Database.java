package org.tamga.central.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The central node's database, SQLite in a file or PostgreSQL, in one dialect of SQL.
 *
 * <p>SQLite gets exactly one connection: writers queue in the pool instead of failing with "busy".
 */
public final class Database implements AutoCloseable {

    private static final List<String> SCHEMA =
            List.of(
                    """
                    CREATE TABLE IF NOT EXISTS person (
                      voter TEXT PRIMARY KEY, station TEXT NOT NULL, pin_hash TEXT NOT NULL UNIQUE,
                      list_number INTEGER NOT NULL, source TEXT NOT NULL, changed_in INTEGER NOT NULL,
                      removed INTEGER NOT NULL, sealed BYTEA NOT NULL)""",
                    "CREATE INDEX IF NOT EXISTS person_station ON person (station, changed_in)",
                    """
                    CREATE TABLE IF NOT EXISTS register_version (
                      station TEXT NOT NULL, version INTEGER NOT NULL, voters INTEGER NOT NULL,
                      directory TEXT NOT NULL, PRIMARY KEY (station, version))""",
                    """
                    CREATE TABLE IF NOT EXISTS item (
                      id TEXT PRIMARY KEY, kind TEXT NOT NULL, station TEXT NOT NULL,
                      terminal TEXT NOT NULL, number BIGINT NOT NULL, body BYTEA NOT NULL,
                      receipt BYTEA NOT NULL, UNIQUE (terminal, number))""",
                    """
                    CREATE TABLE IF NOT EXISTS journal_head (
                      terminal TEXT PRIMARY KEY, seq BIGINT NOT NULL, hash TEXT NOT NULL,
                      registered BIGINT NOT NULL, paper BIGINT NOT NULL, online BIGINT NOT NULL,
                      mobile BIGINT NOT NULL)""",
                    """
                    CREATE TABLE IF NOT EXISTS turnout (
                      station TEXT PRIMARY KEY, counted_at TEXT NOT NULL,
                      registered BIGINT NOT NULL, paper BIGINT NOT NULL, online BIGINT NOT NULL,
                      mobile BIGINT NOT NULL)""",
                    """
                    CREATE TABLE IF NOT EXISTS outcome (
                      name TEXT PRIMARY KEY, content BYTEA NOT NULL)""");

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Opens the database and makes its tables where they are missing.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
     * @throws StorageException if it cannot be reached
     */
    public static Database open(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("tamga-central");
        config.setAutoCommit(false);
        config.setConnectionTimeout(10_000);
        if (url.startsWith("jdbc:sqlite:")) {
            config.setMaximumPoolSize(1);
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("busy_timeout", "10000");
        } else {
            config.setMaximumPoolSize(8);
        }
        Database database;
        try {
            database = new Database(new HikariDataSource(config));
        } catch (RuntimeException e) {
            throw new StorageException("The database cannot be opened: " + rootMessage(e), e);
        }
        database.transaction(
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        for (String table : SCHEMA) {
                            statement.execute(table);
                        }
                    }
                    return SCHEMA.size();
                });
        return database;
    }

    /** Work inside one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does the work; whatever it throws undoes it. */
        T in(Connection connection) throws SQLException;
    }

    /**
     * Runs the work whole or not at all.
     *
     * @throws StorageException if the database fails; nothing of the work is kept then
     */
    public <T> T transaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            boolean done = false;
            try {
                T result = work.in(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new StorageException("The database failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
