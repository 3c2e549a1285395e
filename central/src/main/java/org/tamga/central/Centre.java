package org.tamga.central;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.tamga.central.definition.DefinitionFile;
import org.tamga.central.definition.ElectionDefinition;
import org.tamga.central.definition.Prepared;
import org.tamga.central.keys.CentralKeys;
import org.tamga.central.people.PeopleTable;
import org.tamga.central.register.RegisterPublisher;
import org.tamga.central.storage.Database;
import org.tamga.central.storage.StorageException;

/**
 * An initialised home with its database open: what every command but {@code init} and {@code
 * guardian} works on.
 */
public record Centre(
        CentralHome home,
        ElectionDefinition definition,
        Prepared prepared,
        CentralKeys keys,
        Database database)
        implements AutoCloseable {

    /**
     * Opens a home.
     *
     * @param databaseUrl PostgreSQL URL, absent for the embedded database
     * @throws CentralFailure CN-21 or CN-22 if the home is not whole, CN-24 if the database is not
     *     reached
     */
    public static Centre open(Path root, @Nullable String databaseUrl) {
        CentralHome home = new CentralHome(root).requireInitialised();
        ElectionDefinition definition = DefinitionFile.read(home.definition());
        Prepared prepared = Prepared.read(home);
        CentralKeys keys = CentralKeys.open(home.keys());
        String url = databaseUrl == null ? embedded(home) : databaseUrl;
        try {
            return new Centre(home, definition, prepared, keys, Database.open(url));
        } catch (StorageException e) {
            throw CentralFailure.usage("CN-24", String.valueOf(e.getMessage()));
        }
    }

    /** The people of all stations. */
    public PeopleTable people() {
        return new PeopleTable(database, keys.rows());
    }

    /** Salt under which personal numbers are hashed in this election. */
    public String salt() {
        return RegisterPublisher.saltOf(keys.rowKey(), definition.electionId());
    }

    @Override
    public void close() {
        database.close();
    }

    /** The file is made here, so that nobody else may read it from its first byte on. */
    private static String embedded(CentralHome home) {
        Path file = home.database();
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "jdbc:sqlite:" + file;
    }
}
