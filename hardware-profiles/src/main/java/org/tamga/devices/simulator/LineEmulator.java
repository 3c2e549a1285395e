package org.tamga.devices.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A reader of printed documents that sends each scan as lines, each ended by CR and LF. */
public final class LineEmulator implements SerialEmulator, DocumentPlate {
    private static final int BYTES_A_TURN = 512;

    /** An open line is asked every few milliseconds. */
    private static final long AWAY = Duration.ofSeconds(1).toNanos();

    private final FaultScript script = new FaultScript(ScannedLines.FAULTS);
    private final ScannedLines scans = new ScannedLines();
    private boolean endless;
    private long asked = System.nanoTime();

    @Override
    public FaultScript script() {
        return script;
    }

    @Override
    public void present() {
        present(TestVisitor.mrz());
    }

    /** The reader sees it a moment later. */
    @Override
    public void present(List<String> lines) {
        scans.add(lines);
    }

    @Override
    public synchronized void reset() {
        scans.clear();
        endless = false;
    }

    @Override
    public synchronized byte[] receive(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (System.nanoTime() - asked > AWAY) {
            // The line was closed: whoever opened it again throws away what waits there.
            scans.laidAt(System.nanoTime());
        }
        asked = System.nanoTime();
        for (String line : scans.next(script.standing())) {
            out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            endless = script.plays(SimulatedFault.ENDLESS_REPLY);
        }
        if (endless) {
            byte[] text = new byte[BYTES_A_TURN];
            Arrays.fill(text, (byte) 'X');
            out.writeBytes(text);
        }
        return out.toByteArray();
    }

    /** Documents waiting to be scanned, and what the scan makes of them. */
    static final class ScannedLines {
        static final EnumSet<SimulatedFault> FAULTS =
                EnumSet.of(
                        SimulatedFault.NOBODY,
                        SimulatedFault.WRONG_CHECK_DIGIT,
                        SimulatedFault.WRONG_LENGTH,
                        SimulatedFault.UNREADABLE,
                        SimulatedFault.ENDLESS_REPLY);

        /** A person's hand is not faster, and nobody else's scan waits for a reading to begin. */
        private static final long HAND = Duration.ofMillis(500).toNanos();

        private final Queue<List<String>> documents = new ArrayDeque<>();
        private long laid;

        synchronized void add(List<String> lines) {
            documents.add(List.copyOf(lines));
            laid = System.nanoTime();
        }

        /** As if the document had been laid there just then. */
        synchronized void laidAt(long nanos) {
            laid = nanos;
        }

        synchronized void clear() {
            documents.clear();
        }

        /** The next document's lines; none when nothing lies there, or not yet. */
        synchronized List<String> next(Optional<SimulatedFault> standing) {
            SimulatedFault fault = standing.orElse(null);
            boolean none = fault == SimulatedFault.NOBODY || System.nanoTime() - laid < HAND;
            List<String> lines = none ? null : documents.poll();
            if (lines == null) {
                return List.of();
            }
            return switch (fault) {
                case WRONG_CHECK_DIGIT -> changed(lines, "0", "O");
                case WRONG_LENGTH -> changed(lines, "0", "");
                case UNREADABLE -> changed(lines, "0", "~");
                case null, default -> lines;
            };
        }

        /** The first occurrence in the first line that has one. */
        private static List<String> changed(List<String> lines, String from, String to) {
            List<String> changed = new ArrayList<>(lines);
            for (int i = 0; i < changed.size(); i++) {
                if (changed.get(i).contains(from)) {
                    changed.set(i, changed.get(i).replaceFirst(from, to));
                    break;
                }
            }
            return changed;
        }
    }
}
