package org.tamga.matcher.dedup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The finished units of a job on disk, see {@code docs/formats/dedup-work.md}: a header, then one
 * line a unit, each with its checksum and each forced to the disk before the next. What a killed
 * process left half written is cut off. Holds subject ids, finger positions and scores, nothing
 * biometric.
 */
public final class WorkFile implements AutoCloseable {
    private final FileChannel channel;
    private final BitSet done = new BitSet();
    private final Set<SuspectedPair> pairs = new LinkedHashSet<>();
    private final int resumed;

    /** The outcome of opening. */
    public sealed interface Opening {
        record Opened(WorkFile file) implements Opening {}

        record Refused(DedupFault fault, String detail) implements Opening {}
    }

    private WorkFile(FileChannel channel, List<UnitResult> results) {
        this.channel = channel;
        results.forEach(this::keep);
        resumed = done.cardinality();
    }

    /** Makes the file, or goes on with the one that is there if it is of the same job. */
    public static Opening open(Path path, DedupJob job) {
        try {
            WorkHeader header = WorkHeader.of(job);
            if (!Files.exists(path)) {
                create(path, header);
            }
            return opened(path, header, job.plan().units());
        } catch (IOException e) {
            return refused(DedupFault.NOT_ACCESSIBLE, "cannot read or write " + path);
        }
    }

    private static Opening opened(Path path, WorkHeader header, int units) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Opening opening = refused(DedupFault.NOT_ACCESSIBLE, path + " is in use");
        try {
            if (lock(channel) != null) {
                opening = read(channel, path, header, units);
            }
            return opening;
        } finally {
            if (opening instanceof Opening.Refused) {
                channel.close();
            }
        }
    }

    private static Opening read(FileChannel channel, Path path, WorkHeader header, int units)
            throws IOException {
        return switch (WorkLines.read(channel, units)) {
            case WorkLines.Damaged(int line) ->
                    refused(DedupFault.DAMAGED, path + ": line " + line + " is damaged");
            case WorkLines.Whole whole when !whole.header().input().equals(header.input()) ->
                    refused(DedupFault.OTHER_INPUT, path + " is of other people");
            case WorkLines.Whole whole when !whole.header().equals(header) ->
                    refused(
                            DedupFault.OTHER_PARAMETERS,
                            path + " is of other parameters or another version");
            case WorkLines.Whole whole -> {
                channel.truncate(whole.end());
                channel.position(whole.end());
                yield new Opening.Opened(new WorkFile(channel, whole.results()));
            }
        };
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** With the header or not at all; one that another process has made meanwhile is left. */
    private static void create(Path path, WorkHeader header) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder");
        }
        Path draft = Files.createTempFile(folder, "work", ".new");
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                write(out, WorkLines.line(header.toBytes()));
            }
            name(draft, path);
        } finally {
            Files.deleteIfExists(draft);
        }
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    /** By a link: a move would replace a file that another process has made. */
    private static void name(Path draft, Path path) throws IOException {
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Removable media without links: nearly as good.
            Files.move(draft, path);
        }
    }

    /**
     * Appends a unit; on the disk when this returns. A unit that is there already is left.
     *
     * @throws DedupException when the disk does not take it
     */
    public synchronized void append(UnitResult result) {
        if (done.get(result.unit())) {
            return;
        }
        try {
            write(channel, WorkLines.line(result.toBytes()));
        } catch (IOException e) {
            throw new DedupException(
                    DedupFault.NOT_ACCESSIBLE, "the work file cannot be written any more");
        }
        keep(result);
    }

    private static void write(FileChannel out, byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        out.force(false);
    }

    private void keep(UnitResult result) {
        done.set(result.unit());
        pairs.addAll(result.pairs());
    }

    public synchronized boolean isDone(int unit) {
        return done.get(unit);
    }

    /** Number of finished units. */
    public synchronized int finished() {
        return done.cardinality();
    }

    /** Units that were finished before this process began. */
    public int resumed() {
        return resumed;
    }

    /** Each suspected pair once, in no particular order. */
    public synchronized List<SuspectedPair> pairs() {
        return List.copyOf(pairs);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the work file cannot be closed", e);
        }
    }

    private static Opening refused(DedupFault fault, String detail) {
        return new Opening.Refused(fault, detail);
    }
}
