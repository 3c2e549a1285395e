package org.tamga.devices.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A reader of printed documents that sends each scan as lines, each ended by CR and LF. */
public final class LineEmulator implements SerialEmulator {
    private static final int BYTES_A_TURN = 512;

    private final FaultScript script = new FaultScript(ScannedLines.FAULTS);
    private final ScannedLines scans = new ScannedLines();
    private boolean endless;

    @Override
    public FaultScript script() {
        return script;
    }

    @Override
    public void present() {
        present(TestVisitor.mrz());
    }

    /** Lays a document on the reader. */
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
        for (String line : scans.next(script.standing())) {
            out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            endless = script.standing().filter(SimulatedFault.ENDLESS_REPLY::equals).isPresent();
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

        private final Queue<List<String>> documents = new ArrayDeque<>();

        synchronized void add(List<String> lines) {
            documents.add(List.copyOf(lines));
        }

        synchronized void clear() {
            documents.clear();
        }

        /** The next document's lines; none when nothing lies there. */
        synchronized List<String> next(Optional<SimulatedFault> standing) {
            SimulatedFault fault = standing.orElse(null);
            List<String> lines = fault == SimulatedFault.NOBODY ? null : documents.poll();
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
