package org.tamga.kiosk.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One demonstration at a time in a folder, from its first step to its end: preparing takes minutes
 * in which no port is in use yet. The operating system frees the lock of a process that was killed.
 */
final class DemoLock implements AutoCloseable {
    private final FileChannel channel;

    private DemoLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws DemoFailure {@code DM-09} while another demonstration uses the folder
     */
    static DemoLock take(Path folder) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw DemoFailure.beforehand(
                    "DM-09", "another demonstration runs or is being prepared in " + folder);
        }
        return new DemoLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
