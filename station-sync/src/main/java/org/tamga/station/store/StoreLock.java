package org.tamga.station.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lock file beside a store ({@code journal.db.lock}). The operating system frees the lock when
 * the process dies. It holds a check value of the key, so that a wrong key and a damaged first page
 * are told apart.
 */
final class StoreLock implements AutoCloseable {
    private static final int CHECK_LENGTH = 16;

    private final FileChannel channel;
    private final String store;

    private StoreLock(FileChannel channel, String store) {
        this.channel = channel;
        this.store = store;
    }

    static Path file(Path store) {
        return store.resolveSibling(store.getFileName() + ".lock");
    }

    static StoreLock take(Path database) {
        String store = String.valueOf(database.getFileName());
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(
                            file(database),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new StoreException(StoreFault.NOT_WRITABLE, store, e);
        }
        boolean held = false;
        try {
            held = held(channel);
        } catch (IOException e) {
            throw new StoreException(StoreFault.INPUT_OUTPUT, store, e);
        } finally {
            if (!held) {
                close(channel, store);
            }
        }
        if (!held) {
            throw new StoreException(StoreFault.ALREADY_OPEN, store);
        }
        return new StoreLock(channel, store);
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Remembers the key's check value, durably, before the first byte of the store is written. */
    void remember(StoreKey key) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(check(key)), 0);
            channel.force(true);
        } catch (IOException e) {
            throw new StoreException(StoreFault.NOT_WRITABLE, store, e);
        }
    }

    /** What is known of the key without touching the store. */
    KeyCheck compare(StoreKey key) {
        try {
            ByteBuffer read = ByteBuffer.allocate(CHECK_LENGTH);
            if (channel.size() != CHECK_LENGTH || channel.read(read, 0) != CHECK_LENGTH) {
                return KeyCheck.UNKNOWN;
            }
            return MessageDigest.isEqual(read.array(), check(key)) ? KeyCheck.SAME : KeyCheck.OTHER;
        } catch (IOException e) {
            throw new StoreException(StoreFault.INPUT_OUTPUT, store, e);
        }
    }

    enum KeyCheck {
        SAME,
        OTHER,
        UNKNOWN
    }

    private static byte[] check(StoreKey key) {
        try (StoreKey derived = key.derive("check")) {
            return Arrays.copyOf(derived.expand("value"), CHECK_LENGTH);
        }
    }

    /** Frees the lock; the file stays, since removing it would let two processes hold two locks. */
    @Override
    public void close() {
        close(channel, store);
    }

    private static void close(FileChannel channel, String store) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException(StoreFault.INPUT_OUTPUT, store, e);
        }
    }
}
