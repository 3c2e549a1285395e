package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Counts what a driver may leave behind: threads, open files, memory outside the Java heap. One
 * round goes before the first count, so that what is loaded once is not taken for a leak.
 */
public final class Leaks {
    /** Java's own helpers come and go by themselves. */
    private static final int THREADS_OF_JAVA = 6;

    private static final int FILES_OF_JAVA = 8;
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);

    private Leaks() {}

    /**
     * @param threads alive, the daemons with them
     * @param files open descriptors of this process
     * @param anonymousKb resident anonymous memory, kB
     */
    public record Count(int threads, int files, long anonymousKb) {}

    /** Something that is done again and again. */
    @FunctionalInterface
    public interface Round {
        void run() throws Exception;
    }

    /**
     * Runs the rounds and fails when threads or files grow, or memory grows by more than allowed.
     *
     * @param mostKbPerRound memory that each round may add on average; the Java heap is collected
     *     before both counts, yet its pages stay
     * @return what grew, for the record
     */
    public static Count none(int rounds, long mostKbPerRound, Round round) throws Exception {
        for (int warm = 0; warm < 3; warm++) {
            round.run();
        }
        Count before = settled(null);
        for (int i = 0; i < rounds; i++) {
            round.run();
        }
        Count after = settled(before);
        Count grown =
                new Count(
                        after.threads() - before.threads(),
                        after.files() - before.files(),
                        after.anonymousKb() - before.anonymousKb());
        assertTrue(grown.threads() <= THREADS_OF_JAVA, () -> "threads left: " + grown);
        assertTrue(grown.files() <= FILES_OF_JAVA, () -> "files left open: " + grown);
        assertTrue(
                grown.anonymousKb() <= mostKbPerRound * rounds + 32_768,
                () -> "memory left: " + grown);
        return grown;
    }

    /**
     * Fails when the rounds keep half as much of the Java heap as one image each. Resident memory,
     * which {@link #none} looks at, could not tell: the heap's pages stay.
     *
     * @param imageBytes what the image of one round takes
     */
    public static void noImageKept(int rounds, int imageBytes, Round round) throws Exception {
        for (int warm = 0; warm < 10; warm++) {
            round.run();
        }
        long before = heapBytes();
        for (int i = 0; i < rounds; i++) {
            round.run();
        }
        long kept = heapBytes() - before;
        assertTrue(kept < (long) rounds * imageBytes / 2, () -> "bytes kept: " + kept);
    }

    /** What is still reachable. */
    private static long heapBytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** Threads that were told to stop need a moment; waits until there are no more than before. */
    private static Count settled(@org.jspecify.annotations.Nullable Count before)
            throws InterruptedException {
        long deadline = System.nanoTime() + SETTLES_WITHIN.toNanos();
        System.gc();
        Count now = count();
        while (before != null
                && (now.threads() > before.threads() || now.files() > before.files())
                && System.nanoTime() < deadline) {
            Thread.sleep(50);
            now = count();
        }
        return now;
    }

    public static Count count() {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            long anonymous =
                    Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("RssAnon:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow();
            return new Count(
                    Thread.getAllStackTraces().size(), Math.toIntExact(files.count()), anonymous);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
