package org.tamga.devices.printer;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.PrinterStatus;

/**
 * Asks an ESC/POS printer how it is (DLE EOT n, answered at once; GS r 1, answered after all
 * printing before it).
 */
final class EscPosStatus {
    /** DLE DC4 8: throws away what an earlier failed slip left in the printer. */
    private static final byte[] CLEAR_BUFFERS = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

    private static final byte[] CLEARED = {0x37, 0x25, 0x00};
    private static final Duration CLEARS_WITHIN = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(40);
    private static final Duration SILENCE = Duration.ofMillis(100);
    private static final Duration ANSWER_LIMIT = Duration.ofMillis(600);
    private static final int FIXED_BITS = 0x93;
    private static final int FIXED_VALUE = 0x12;

    private final ByteLink link;
    private boolean clearedLate;

    EscPosStatus(ByteLink link) {
        this.link = link;
    }

    /**
     * Empties the printer's buffers. Until it says that they are empty it throws away whatever is
     * sent: nothing may be sent before.
     *
     * @return false when it does not say so: most likely it does not know the command
     */
    boolean cleared() throws LinkException {
        forgetStrayAnswers(Duration.ofNanos(1));
        link.write(CLEAR_BUFFERS);
        byte[] one = new byte[1];
        int known = 0;
        long deadline = System.nanoTime() + CLEARS_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            if (link.read(one, LOOK) == 1) {
                known = one[0] == CLEARED[known] ? known + 1 : one[0] == CLEARED[0] ? 1 : 0;
            }
            if (known == CLEARED.length) {
                return true;
            }
        }
        return false;
    }

    /** Whether it said only now, with a slip on the way, that it has thrown away what it had. */
    boolean clearedLate() {
        return clearedLate;
    }

    PrinterStatus ask() throws LinkException {
        return answer().orElseGet(
                        () -> notReady(DeviceFault.OFFLINE, "the printer does not answer"));
    }

    /**
     * Empty when it leaves a question unanswered (on a slow line they wait behind the picture):
     * silence never means that there is paper.
     */
    Optional<PrinterStatus> answer() throws LinkException {
        OptionalInt causes = realTime(2);
        if (causes.isEmpty()) {
            return Optional.empty();
        }
        int stopped = causes.getAsInt();
        if ((stopped & 0x04) != 0) {
            return Optional.of(notReady(DeviceFault.COVER_OPEN, "the cover is open"));
        }
        OptionalInt paper = realTime(4);
        if ((stopped & 0x20) != 0 || (paper.orElse(0) & 0x60) != 0) {
            return Optional.of(notReady(DeviceFault.PAPER_OUT, "no paper"));
        }
        if ((stopped & 0x40) != 0) {
            return Optional.of(notReady(DeviceFault.PRINTER_ERROR, error()));
        }
        OptionalInt state = realTime(1);
        if (paper.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                (state.getAsInt() & 0x08) != 0
                        ? notReady(DeviceFault.OFFLINE, "the printer is off line")
                        : new PrinterStatus.Ready((paper.getAsInt() & 0x0C) != 0));
    }

    private String error() throws LinkException {
        return (realTime(3).orElse(0) & 0x08) != 0
                ? "the cutter is jammed"
                : "the printer reports an error";
    }

    /** Asks for the answer that comes only when everything sent before is printed. */
    void askOrdered() throws LinkException {
        forgetStrayAnswers(Duration.ofNanos(1));
        link.write(new byte[] {0x1D, 'r', 1});
    }

    /**
     * True when that answer arrives within the time; real-time answers in between are passed over.
     */
    boolean orderedArrives(Duration time) throws LinkException {
        byte[] one = new byte[1];
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            if (take(one, left) == 1 && isPaperReport(one[0])) {
                return true;
            }
        }
        return false;
    }

    /** GS r 1: two bits for each of two sensors, both set or both not; all others are 0. */
    private static boolean isPaperReport(byte answer) {
        return answer == 0x00 || answer == 0x03 || answer == 0x0C || answer == 0x0F;
    }

    /** Lets the answers of questions that were given up pass by, so that they answer no new one. */
    void settle() throws LinkException {
        forgetStrayAnswers(SILENCE);
    }

    private int take(byte[] buffer, Duration time) throws LinkException {
        int count = link.read(buffer, time);
        for (int i = 0; i < count; i++) {
            clearedLate |= buffer[i] == CLEARED[0];
        }
        return count;
    }

    private OptionalInt realTime(int which) throws LinkException {
        forgetStrayAnswers(Duration.ofNanos(1));
        link.write(new byte[] {0x10, 0x04, (byte) which});
        byte[] one = new byte[1];
        long deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            if (take(one, left) == 1 && (one[0] & FIXED_BITS) == FIXED_VALUE) {
                return OptionalInt.of(one[0] & 0xFF);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Picture data that happens to hold 10 04 nn is answered too; such answers must not count for
     * ours.
     */
    private void forgetStrayAnswers(Duration silence) throws LinkException {
        byte[] stray = new byte[64];
        int rounds = 0;
        while (take(stray, silence) > 0) {
            rounds++;
            if (rounds > 1_000) {
                throw new LinkException(
                        DeviceFault.PROTOCOL_ERROR, "the printer sends without end");
            }
        }
    }

    private static PrinterStatus notReady(DeviceFault fault, String detail) {
        return new PrinterStatus.NotReady(fault, detail);
    }
}
