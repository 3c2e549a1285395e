package org.tamga.station.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's result codes (sqlite.org/rescode.html) as faults of a store. */
final class SqliteFaults {
    private SqliteFaults() {}

    /**
     * @param keyIsRight whether the key is known to be the store's: then a file that "is not a
     *     database" is a damaged one
     */
    static StoreException of(SQLException e, String store, boolean keyIsRight) {
        if (e instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            // The index of the log finds no room: what a full disk says at opening.
            return new StoreException(StoreFault.DISK_FULL, store, e);
        }
        // Extended codes carry the primary code in their low byte.
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
        StoreFault fault =
                switch (code) {
                    case SQLITE_NOTADB -> keyIsRight ? StoreFault.CORRUPT : StoreFault.WRONG_KEY;
                    // Our statements fit our schema: one that does not has met damaged pages.
                    case SQLITE_CORRUPT, SQLITE_FORMAT, SQLITE_ERROR, SQLITE_CONSTRAINT ->
                            StoreFault.CORRUPT;
                    case SQLITE_FULL -> StoreFault.DISK_FULL;
                    case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> StoreFault.NOT_WRITABLE;
                    case SQLITE_BUSY, SQLITE_LOCKED -> StoreFault.ALREADY_OPEN;
                    case SQLITE_MISUSE, SQLITE_RANGE ->
                            throw new IllegalStateException(store + ": wrong use of SQLite", e);
                    default -> StoreFault.INPUT_OUTPUT;
                };
        return new StoreException(fault, store, e);
    }
}
