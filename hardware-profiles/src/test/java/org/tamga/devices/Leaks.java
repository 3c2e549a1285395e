package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a driver may leave behind: threads, open files, memory outside the Java heap. One
 * round goes before the first count, so that what is loaded once is not taken for a leak.
 */
public final class Leaks {
    /** Java's own helpers come and go by themselves. */
    private static final int THREADS_OF_JAVA = 6;

    private static final int FILES_OF_JAVA = 8;

    /** Compiled code, classes, and the collector's maps of a heap that has grown. */
    private static final long ALLOWED_TO_JAVA_KB = 32_768;

    private static final Pattern RANGE =
            Pattern.compile("\\[0x(\\p{XDigit}+), 0x(\\p{XDigit}+)\\)");
    private static final Pattern MAPPING = Pattern.compile("(\\p{XDigit}+)-(\\p{XDigit}+) .*");
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(30);

    private Leaks() {}

    /**
     * What is held.
     *
     * @param threads alive, the daemons with them
     * @param files open descriptors of this process
     * @param nativeKb resident anonymous memory outside the Java heap, kB
     */
    public record Count(int threads, int files, long nativeKb) {
        Count since(Count before) {
            return new Count(
                    threads - before.threads, files - before.files, nativeKb - before.nativeKb);
        }
    }

    /** Something that is done again and again. */
    @FunctionalInterface
    public interface Round {
        void run() throws Exception;
    }

    /**
     * Runs the rounds and fails when threads or files grow, or memory grows by more than allowed.
     *
     * @param mostKbPerRound memory outside the Java heap that each round may add on average
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
        Count grown = settled(before).since(before);
        List<String> leaks = judged(grown, mostKbPerRound * rounds);
        assertTrue(leaks.isEmpty(), leaks::toString);
        return grown;
    }

    /**
     * The rule of every count.
     *
     * @param grown by how much, from {@link #settled} to {@link #settled}
     * @param mostKb memory outside the Java heap that the rounds may have added, beside Java's own
     * @return what leaks; empty when nothing does
     */
    static List<String> judged(Count grown, long mostKb) {
        List<String> leaks = new ArrayList<>();
        if (grown.threads() > THREADS_OF_JAVA) {
            leaks.add("threads left: " + grown);
        }
        if (grown.files() > FILES_OF_JAVA) {
            leaks.add("files left open: " + grown);
        }
        if (grown.nativeKb() > mostKb + ALLOWED_TO_JAVA_KB) {
            leaks.add("memory left: " + grown);
        }
        return leaks;
    }

    /**
     * Fails when the rounds keep half as much of the Java heap as one image each. {@link #none}
     * does not look at the heap: it grows and stays grown as the collector likes.
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
    static Count settled(@Nullable Count before) throws InterruptedException {
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

    /** As it stands now. */
    private static Count count() {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return new Count(
                    Thread.getAllStackTraces().size(),
                    Math.toIntExact(files.count()),
                    nativeKb(javaHeap()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Addresses of a mapping.
     *
     * @param end exclusive
     */
    private record Addresses(long start, long end) {
        boolean overlaps(Addresses other) {
            return start < other.end && other.start < end;
        }

        static Addresses of(MatchResult hex) {
            return new Addresses(
                    Long.parseUnsignedLong(hex.group(1), 16),
                    Long.parseUnsignedLong(hex.group(2), 16));
        }
    }

    /** What the collector reserved. */
    private static Addresses javaHeap() {
        try {
            var told =
                    (String)
                            ManagementFactory.getPlatformMBeanServer()
                                    .invoke(
                                            new ObjectName(
                                                    "com.sun.management:type=DiagnosticCommand"),
                                            "gcHeapInfo",
                                            new Object[0],
                                            new String[0]);
            return RANGE.matcher(told)
                    .results()
                    .map(Addresses::of)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(told));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sums {@code Anonymous} of {@code proc_pid_smaps(5)}. */
    private static long nativeKb(Addresses heap) throws IOException {
        long sum = 0;
        boolean counts = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                counts = !Addresses.of(mapping).overlaps(heap);
            } else if (counts && line.startsWith("Anonymous:")) {
                sum += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return sum;
    }
}
