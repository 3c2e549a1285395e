package org.tamga.devices.scanner.fprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for an image in what the terminal's heap still holds, the driver process being alive. */
class ImageRemainsTest {
    private static final int ROW = 64;
    private static final int IMAGE = 100_000;

    @TempDir Path folder;

    @Test
    void no_row_of_an_image_is_held_once_its_frame_is_wiped() throws Exception {
        Path said = folder.resolve("said");
        write(said, HostFrame.header(HostFrame.Type.IMAGE, 1, IMAGE).array());
        write(said, row());
        write(said, new byte[IMAGE - 2 * ROW]);
        write(said, row());
        List<String> talker = List.of("sh", "-c", "cat " + said + "; exec sleep 600", "sh");
        try (HostProcess process =
                HostProcess.start(new HostCommand(talker, Map.of(), "none"), IMAGE)) {
            Optional<HostFrame> frame = process.poll();
            while (frame.isEmpty()) {
                Thread.sleep(5);
                frame = process.poll();
            }
            assertEquals(IMAGE, frame.get().payload().length);
            frame.get().close();
            assertFalse(holds(dump(), row()), "a row is on the heap");
        }
    }

    /** Bytes that are nowhere else; the caller's are gone with the call. */
    private static byte[] row() {
        byte[] row = new byte[ROW];
        new Random(19950722).nextBytes(row);
        return row;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Arrays.fill(bytes, (byte) 0);
    }

    private Path dump() throws IOException {
        Path dump = folder.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(dump.toString(), true);
        return dump;
    }

    private static boolean holds(Path file, byte[] wanted) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == (wanted[matched] & 0xFF)) {
                    matched++;
                } else {
                    matched = next == (wanted[0] & 0xFF) ? 1 : 0;
                }
                if (matched == wanted.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
