package org.tamga.station.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** SQL and sealed rows as seen from inside one transaction of a {@link SealedDatabase}. */
final class Rows {
    private final Connection connection;
    private final RowSeal seal;
    private final StoreKey lookup;
    private final String store;

    Rows(Connection connection, RowSeal seal, StoreKey lookup, String store) {
        this.connection = connection;
        this.seal = seal;
        this.lookup = lookup;
        this.store = store;
    }

    /** What one transaction does. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(Rows rows) throws SQLException;
    }

    /** What is done with each row of a result. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a statement that returns no rows; parameters are String, Long, Integer or byte[]. */
    int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Runs a statement of any kind, e.g. a PRAGMA, and gives the first column of the first row. */
    @Nullable String execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (!statement.execute()) {
                return null;
            }
            try (ResultSet result = statement.getResultSet()) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }

    void query(RowReader reader, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                reader.read(result);
            }
        }
    }

    /** The first column of the only row as a number. */
    long number(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** The first column of the first row, or null when there is no row. */
    byte @Nullable [] bytes(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getBytes(1) : null;
        }
    }

    byte[] seal(String table, String row, byte[] plain) {
        return seal.seal(table, row, plain);
    }

    /**
     * @throws StoreException {@link StoreFault#CORRUPT} when the row is not what was sealed here
     */
    byte[] open(String table, String row, byte @Nullable [] sealed) {
        byte[] plain = seal.open(table, row, sealed);
        if (plain == null) {
            throw new StoreException(StoreFault.CORRUPT, store);
        }
        return plain;
    }

    /** The form of {@code value} in a lookup column: 32 bytes, keyed. */
    byte[] lookup(byte[] value) {
        return lookup.mac(value);
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case byte[] blob -> statement.setBytes(i + 1, blob);
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case String text -> statement.setString(i + 1, text);
                default -> throw new IllegalArgumentException("parameter " + i);
            }
        }
        return statement;
    }
}
