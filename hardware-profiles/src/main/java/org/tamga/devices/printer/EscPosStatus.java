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
    private static final Duration ANSWER_LIMIT = Duration.ofMillis(600);
    private static final int FIXED_BITS = 0x93;
    private static final int FIXED_VALUE = 0x12;

    private final ByteLink link;

    EscPosStatus(ByteLink link) {
        this.link = link;
    }

    PrinterStatus ask() throws LinkException {
        return answer().orElseGet(
                        () -> notReady(DeviceFault.OFFLINE, "the printer does not answer"));
    }

    /** Empty when it does not answer: on a slow line the question waits behind the picture. */
    Optional<PrinterStatus> answer() throws LinkException {
        OptionalInt causes = realTime(2);
        return causes.isEmpty() ? Optional.empty() : Optional.of(status(causes));
    }

    private PrinterStatus status(OptionalInt causes) throws LinkException {
        if ((causes.getAsInt() & 0x04) != 0) {
            return notReady(DeviceFault.COVER_OPEN, "the cover is open");
        }
        int paper = realTime(4).orElse(0);
        if ((causes.getAsInt() & 0x20) != 0 || (paper & 0x60) != 0) {
            return notReady(DeviceFault.PAPER_OUT, "no paper");
        }
        if ((causes.getAsInt() & 0x40) != 0) {
            int errors = realTime(3).orElse(0);
            String what =
                    (errors & 0x08) != 0 ? "the cutter is jammed" : "the printer reports an error";
            return notReady(DeviceFault.PRINTER_ERROR, what);
        }
        if ((realTime(1).orElse(0x08) & 0x08) != 0) {
            return notReady(DeviceFault.OFFLINE, "the printer is off line");
        }
        return new PrinterStatus.Ready((paper & 0x0C) != 0);
    }

    /** Asks for the answer that comes only when everything sent before is printed. */
    void askOrdered() throws LinkException {
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
            if (link.read(one, left) == 1 && (one[0] & 0x90) == 0) {
                return true;
            }
        }
        return false;
    }

    private OptionalInt realTime(int which) throws LinkException {
        forgetStrayAnswers();
        link.write(new byte[] {0x10, 0x04, (byte) which});
        byte[] one = new byte[1];
        long deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            if (link.read(one, left) == 1 && (one[0] & FIXED_BITS) == FIXED_VALUE) {
                return OptionalInt.of(one[0] & 0xFF);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Picture data that happens to hold 10 04 nn is answered too; such answers must not count for
     * ours.
     */
    private void forgetStrayAnswers() throws LinkException {
        byte[] stray = new byte[64];
        int rounds = 0;
        while (link.read(stray, Duration.ofNanos(1)) > 0) {
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
