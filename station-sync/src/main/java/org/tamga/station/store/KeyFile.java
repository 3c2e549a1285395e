package org.tamga.station.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import org.tamga.station.SafeFiles;

/**
 * A store's own random key in a small file beside it ({@code register.db.key}), sealed by a key of
 * the vault. Destroying these 60 bytes makes the store unreadable for ever, whatever copies of it
 * are left and whoever opens the vault.
 */
final class KeyFile {
    private static final String PLACE = "key";

    private KeyFile() {}

    static Path of(Path store) {
        return store.resolveSibling(store.getFileName() + ".key");
    }

    static StoreKey create(Path store, StoreKey wrapping, String owner) {
        byte[] raw = new byte[StoreKey.LENGTH];
        new SecureRandom().nextBytes(raw);
        try {
            SafeFiles.write(of(store), new RowSeal(wrapping, owner).seal(PLACE, PLACE, raw));
            return StoreKey.of(raw);
        } catch (IOException e) {
            throw new StoreException(
                    StoreFault.NOT_WRITABLE, String.valueOf(store.getFileName()), e);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    static StoreKey open(Path store, StoreKey wrapping, String owner) {
        String name = String.valueOf(store.getFileName());
        if (!Files.isRegularFile(of(store))) {
            throw new StoreException(StoreFault.MISSING, name);
        }
        try {
            byte[] sealed = Files.readAllBytes(of(store));
            byte[] raw = new RowSeal(wrapping, owner).open(PLACE, PLACE, sealed);
            if (raw == null) {
                throw new StoreException(StoreFault.WRONG_KEY, name);
            }
            StoreKey key = StoreKey.of(raw);
            Arrays.fill(raw, (byte) 0);
            return key;
        } catch (IOException e) {
            throw new StoreException(StoreFault.INPUT_OUTPUT, name, e);
        }
    }

    /** Overwrites, syncs and deletes. */
    static void destroy(Path store) throws IOException {
        Path file = of(store);
        byte[] noise = new byte[(int) Files.size(file)];
        new SecureRandom().nextBytes(noise);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(noise), 0);
            channel.force(true);
        }
        Files.delete(file);
        SafeFiles.sync(SafeFiles.folder(file));
    }
}
