package org.tamga.devices.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * An ESC/POS receipt printer without paper: it parses the very bytes that the driver sends and
 * writes each cut slip as {@code NNNN.png} into a folder ({@code NNNN-half.png} when the paper
 * ended within), or only the last one. Status answers follow Epson's DLE EOT (at once, even when
 * the printer is off line) and GS r (in order with the printing). What arrives while it clears its
 * buffers is lost, until it says that they are clear.
 */
public final class EscPosEmulator implements WireDevice, Simulator {
    static final int ROWS_BEFORE_PAPER_ENDS = 60;

    private static final int HELD_MOST = 1 << 20;
    private static final Duration CLEARING = Duration.ofMillis(30);
    private static final byte[] CLEARED = {0x37, 0x25, 0x00};
    private static final Set<SimulatedFault> OFF_LINE =
            Set.copyOf(
                    EnumSet.of(
                            SimulatedFault.PAPER_OUT,
                            SimulatedFault.COVER_OPEN,
                            SimulatedFault.CUTTER_JAM,
                            SimulatedFault.OFFLINE,
                            SimulatedFault.UNPLUGGED));
    private static final Set<SimulatedFault> FAULTS =
            Set.copyOf(
                    EnumSet.of(
                            SimulatedFault.PAPER_NEAR_END,
                            SimulatedFault.PAPER_OUT,
                            SimulatedFault.COVER_OPEN,
                            SimulatedFault.CUTTER_JAM,
                            SimulatedFault.OFFLINE,
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.HALF_PRINTED,
                            SimulatedFault.STUCK));

    private final SlipFolder slips;
    private final SlipCanvas canvas;
    private final EscPosParser parser = new EscPosParser(new Mechanism());
    private final RealTimeCommands realTime = new RealTimeCommands();
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private final java.util.ArrayDeque<Byte> held = new java.util.ArrayDeque<>();
    private @Nullable SimulatedFault trouble;
    private int slipsCut;
    private boolean clearing;
    private long clearedAt;

    /**
     * @param dotsPerLine 8 … 4,096
     * @param folder where the slips go; created when the first is cut
     */
    public EscPosEmulator(int dotsPerLine, Path folder) {
        this(dotsPerLine, new NumberedFiles(folder));
    }

    private EscPosEmulator(int dotsPerLine, SlipFolder slips) {
        this.canvas = new SlipCanvas(dotsPerLine);
        this.slips = slips;
    }

    /**
     * A printer of which only the last slip is kept, {@code last.png}, without number and time: it
     * prints for voters whose order nobody may know.
     *
     * @param dotsPerLine 8 … 4,096
     */
    public static EscPosEmulator keepingLast(int dotsPerLine, Path folder) {
        return new EscPosEmulator(dotsPerLine, new LastFile(folder));
    }

    /** Keeps the slip that was cut last as a PDF too, beside its picture. */
    public synchronized void keepPdf(byte[] pdf) {
        try {
            slips.writeAgain(".pdf", pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String at() {
        return "";
    }

    @Override
    public Set<SimulatedFault> faults() {
        return FAULTS;
    }

    @Override
    public synchronized void breakWith(SimulatedFault fault) {
        if (!FAULTS.contains(fault)) {
            throw new IllegalArgumentException("this printer cannot play " + fault);
        }
        trouble = fault;
    }

    @Override
    public void present() {
        // A printer waits for nobody.
    }

    @Override
    public void close() {
        // What was printed stays.
    }

    /** New paper, closed cover, plugged in; what is still in the buffer prints. */
    @Override
    public synchronized void repair() {
        trouble = null;
        printHeld();
    }

    /** Whole slips cut since the start. */
    public synchronized int slipsCut() {
        return slipsCut;
    }

    /** Bytes that belonged to no known command; 0 with our own driver. */
    public synchronized long unknownBytes() {
        return parser.unknownBytes();
    }

    public Path folder() {
        return slips.folder();
    }

    @Override
    public synchronized byte[] receive(byte[] bytes) throws LinkException {
        if (clearing && System.nanoTime() - clearedAt >= 0) {
            clearing = false;
            replies.writeBytes(CLEARED);
        }
        for (byte b : bytes) {
            if (trouble == SimulatedFault.UNPLUGGED) {
                throw new LinkException(DeviceFault.UNPLUGGED, "the simulated cable was pulled");
            }
            if (!clearing && held.size() < HELD_MOST) {
                held.add(b);
            }
            printHeld();
            realTime.see(b & 0xFF);
        }
        byte[] answer = trouble == SimulatedFault.STUCK ? new byte[0] : replies.toByteArray();
        replies.reset();
        return answer;
    }

    private void printHeld() {
        while (online() && !held.isEmpty()) {
            parser.accept(held.poll() & 0xFF);
        }
    }

    private boolean online() {
        return trouble == null || !OFF_LINE.contains(trouble);
    }

    private void endPaperWithinSlip() {
        write("-half.png");
        trouble = SimulatedFault.PAPER_OUT;
    }

    private void write(String ending) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            try (var memory = new MemoryCacheImageOutputStream(png)) {
                ImageIO.write(canvas.slip().toImage(), "png", memory);
            }
            slips.write(ending, png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        canvas.clear();
    }

    private final class Mechanism implements EscPosParser.Head {
        @Override
        public void initialize() {
            // Settings only: paper that is already printed stays under the head.
        }

        @Override
        public void rasterRow(byte[] packed) {
            canvas.row(packed);
            if (trouble == SimulatedFault.HALF_PRINTED && canvas.rows() >= ROWS_BEFORE_PAPER_ENDS) {
                endPaperWithinSlip();
            }
        }

        @Override
        public void feedDots(int rows) {
            canvas.feed(rows);
        }

        @Override
        public void textLine(String line) {
            canvas.text(line);
        }

        @Override
        public void cut() {
            if (!canvas.isEmpty()) {
                write(".png");
                slipsCut++;
            }
        }

        @Override
        public void reportPaper() {
            replies.write(trouble == SimulatedFault.PAPER_NEAR_END ? 0x03 : 0x00);
        }
    }

    /** DLE EOT n and DLE DC4 8 take effect on arrival, wherever in the stream they stand. */
    private final class RealTimeCommands {
        private static final String CLEAR_BUFFERS =
                "\u0010\u0014\u0008\u0001\u0003\u0014\u0001\u0006\u0002\u0008";

        private final StringBuilder recent = new StringBuilder();

        void see(int b) {
            recent.append((char) b);
            if (recent.length() > CLEAR_BUFFERS.length()) {
                recent.deleteCharAt(0);
            }
            int end = recent.length();
            if (end >= 3 && recent.charAt(end - 3) == 0x10 && recent.charAt(end - 2) == 0x04) {
                report(b);
            } else if (CLEAR_BUFFERS.contentEquals(recent)) {
                held.clear();
                parser.reset();
                canvas.clear();
                clearing = true;
                clearedAt = System.nanoTime() + CLEARING.toNanos();
            }
        }

        private void report(int which) {
            int fixed = 0x12;
            boolean paperOut = trouble == SimulatedFault.PAPER_OUT;
            switch (which) {
                case 1 -> replies.write(fixed | (online() ? 0 : 0x08));
                case 2 ->
                        replies.write(
                                fixed
                                        | (trouble == SimulatedFault.COVER_OPEN ? 0x04 : 0)
                                        | (paperOut ? 0x20 : 0)
                                        | (trouble == SimulatedFault.CUTTER_JAM ? 0x40 : 0));
                case 3 -> replies.write(fixed | (trouble == SimulatedFault.CUTTER_JAM ? 0x08 : 0));
                case 4 ->
                        replies.write(
                                fixed
                                        | (trouble == SimulatedFault.PAPER_NEAR_END ? 0x0C : 0)
                                        | (paperOut ? 0x6C : 0));
                default -> {
                    // Other real-time status numbers are not of this model.
                }
            }
        }
    }
}
