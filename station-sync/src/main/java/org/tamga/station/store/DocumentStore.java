package org.tamga.station.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Documents in the making, by name: entries of the count, a protocol that waits for its next
 * signature, slips that may have to be printed again. What the journal only names by hash is kept
 * here.
 */
public final class DocumentStore implements AutoCloseable {
    private static final String TABLE = "documents";
    private static final Schema SCHEMA =
            new Schema(
                    TABLE,
                    1,
                    List.of(
                            "CREATE TABLE documents (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID"));
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9./-]{0,79}");

    private final SealedDatabase database;

    private DocumentStore(SealedDatabase database) {
        this.database = database;
    }

    /**
     * Creates the store.
     *
     * @param owner election and terminal the store belongs to
     */
    public static DocumentStore create(Path file, StoreKey key, String owner) {
        return new DocumentStore(SealedDatabase.create(file, key, owner, SCHEMA));
    }

    /** Opens an existing store; {@link StoreFault} lists what may be wrong. */
    public static DocumentStore open(Path file, StoreKey key, String owner) {
        return new DocumentStore(SealedDatabase.open(file, key, owner, SCHEMA));
    }

    /** Keeps a document, in place of one of the same name; it is on the disk when this returns. */
    public void put(String name, byte[] content) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a document's name: " + name);
        }
        database.write(
                rows ->
                        rows.update(
                                "INSERT INTO documents VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content = excluded.content",
                                name,
                                rows.seal(TABLE, name, content)));
    }

    public Optional<byte[]> get(String name) {
        return database.read(
                rows -> {
                    var sealed = rows.bytes("SELECT content FROM documents WHERE name = ?", name);
                    return sealed == null
                            ? Optional.<byte[]>empty()
                            : Optional.of(rows.open(TABLE, name, sealed));
                });
    }

    /** The names that begin with {@code prefix}, sorted. */
    public List<String> names(String prefix) {
        return database.read(
                rows -> {
                    var names = new ArrayList<String>();
                    rows.query(
                            row -> names.add(row.getString(1)),
                            "SELECT name FROM documents WHERE substr(CAST(name AS BLOB), 1, ?) = ? ORDER BY name",
                            prefix.length(),
                            prefix.getBytes(StandardCharsets.US_ASCII));
                    return names;
                });
    }

    @Override
    public void close() {
        database.close();
    }
}
