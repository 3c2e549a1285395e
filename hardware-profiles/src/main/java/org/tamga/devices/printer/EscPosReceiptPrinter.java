package org.tamga.devices.printer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.HeldLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.MonoRaster;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.devices.ports.ReceiptPrinter;

/**
 * ESC/POS by raster, for no printer's own font holds all Kyrgyz and Kazakh letters. A slip counts
 * as printed only when the printer says so after the cut; a cancellation is heeded until the first
 * dot, then the slip is finished.
 */
final class EscPosReceiptPrinter implements ReceiptPrinter {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(400);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration ANOTHER_LOOK = Duration.ofSeconds(3);

    private final ReentrantLock paper = new ReentrantLock();
    private final DeviceInfo info;
    private final PrintSpec spec;
    private final LinkOpener opener;
    private final HeldLink held;
    private boolean remainsInBuffer = true;

    EscPosReceiptPrinter(DeviceInfo info, PrintSpec spec, LinkOpener opener) {
        this.info = info;
        this.spec = spec;
        this.opener = opener;
        this.held = new HeldLink(opener, "printer");
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    /** A line held open after an unplug would come back under another number. */
    @Override
    public Presence presence() {
        Presence presence = opener.presence();
        if (presence instanceof Presence.Absent && paper.tryLock()) {
            try {
                held.disconnect();
            } finally {
                paper.unlock();
            }
        }
        return presence;
    }

    @Override
    public int dotsPerLine() {
        return spec.dotsPerLine();
    }

    @Override
    public PrinterStatus status() {
        return alone(
                this::statusAlone,
                new PrinterStatus.NotReady(DeviceFault.BUSY, "the printer is in use"));
    }

    /** One use at a time. A look at the status is over soon, a slip is not. */
    private <T> T alone(Supplier<T> use, T busy) {
        try {
            if (!paper.tryLock(ANOTHER_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                return busy;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy;
        }
        try {
            return use.get();
        } finally {
            paper.unlock();
        }
    }

    private PrinterStatus statusAlone() {
        try {
            return new EscPosStatus(held.connected()).ask();
        } catch (LinkException e) {
            held.disconnect();
            return new PrinterStatus.NotReady(e.fault(), e.detail());
        }
    }

    @Override
    public PrintResult print(MonoRaster slip, CancelSignal cancel) {
        return alone(
                () -> printAlone(slip, cancel),
                notStarted(DeviceFault.BUSY, "another slip is being printed"));
    }

    private PrintResult printAlone(MonoRaster slip, CancelSignal cancel) {
        if (slip.width() > spec.dotsPerLine() || slip.height() > spec.longestSlipRows()) {
            return notStarted(
                    DeviceFault.TOO_LARGE,
                    "%d × %d dots on a head of %d × %d"
                            .formatted(
                                    slip.width(),
                                    slip.height(),
                                    spec.dotsPerLine(),
                                    spec.longestSlipRows()));
        }
        if (statusAlone() instanceof PrinterStatus.NotReady(DeviceFault fault, String detail)) {
            return notStarted(fault, detail);
        }
        if (cancel.isCancelled()) {
            return notStarted(DeviceFault.CANCELLED, "cancelled before the first dot");
        }
        return send(slip);
    }

    private PrintResult send(MonoRaster slip) {
        try {
            if (remainsInBuffer
                    && emptied()
                            instanceof PrinterStatus.NotReady(DeviceFault fault, String detail)) {
                return notStarted(fault, detail);
            }
            ByteLink printer = held.connected();
            remainsInBuffer = true;
            long bytes = 0;
            for (byte[] chunk : EscPosJob.chunks(slip, spec)) {
                printer.write(chunk);
                bytes += chunk.length;
            }
            Duration onTheLine = Duration.ofMillis(1_000 * bytes / opener.bytesPerSecond());
            Duration printing = Duration.ofMillis(1_000L * slip.height() / spec.rowsPerSecond());
            PrintResult result = confirm(new EscPosStatus(printer), onTheLine.plus(printing));
            remainsInBuffer = !(result instanceof PrintResult.Printed);
            return result;
        } catch (LinkException e) {
            held.disconnect();
            return halfWay(e.fault(), e.detail());
        }
    }

    /** A printer that does not know the command goes on with a fresh line, if it is well. */
    private PrinterStatus emptied() throws LinkException {
        if (new EscPosStatus(held.connected()).cleared()) {
            return new PrinterStatus.Ready(false);
        }
        held.disconnect();
        return statusAlone();
    }

    /**
     * @param printing until the last row is out: whatever is written may still wait in buffers
     */
    private PrintResult confirm(EscPosStatus status, Duration printing) throws LinkException {
        PrintResult result =
                switch (spec.confirmation()) {
                    case ORDERED -> confirmInOrder(status, printing.plus(GRACE));
                    case REAL_TIME -> confirmLater(status, printing);
                };
        return result instanceof PrintResult.Printed && status.clearedLate()
                ? halfWay(DeviceFault.PRINT_UNCONFIRMED, "the printer threw away a part of it")
                : result;
    }

    private PrintResult confirmInOrder(EscPosStatus status, Duration limit) throws LinkException {
        status.askOrdered();
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            if (status.orderedArrives(LOOK_AGAIN)) {
                status.settle();
                return outcome(status.ask());
            }
            Optional<PrinterStatus> now = status.answer();
            if (now.isPresent()
                    && now.get()
                            instanceof PrinterStatus.NotReady(DeviceFault fault, String detail)) {
                return halfWay(fault, detail);
            }
            // That question may have swallowed the awaited answer; one more is harmless.
            status.askOrdered();
        }
        return halfWay(
                DeviceFault.PRINT_UNCONFIRMED, "the printer never said that the slip is out");
    }

    private static PrintResult confirmLater(EscPosStatus status, Duration printing)
            throws LinkException {
        if (new CancelSignal().await(printing)) {
            return halfWay(
                    DeviceFault.PRINT_UNCONFIRMED, "interrupted while the slip was printing");
        }
        return outcome(status.ask());
    }

    private static PrintResult outcome(PrinterStatus after) {
        return switch (after) {
            case PrinterStatus.Ready ready -> new PrintResult.Printed();
            case PrinterStatus.NotReady(DeviceFault fault, String detail) -> halfWay(fault, detail);
        };
    }

    private static PrintResult notStarted(DeviceFault fault, String detail) {
        return new PrintResult.Failed(fault, false, detail);
    }

    private static PrintResult halfWay(DeviceFault fault, String detail) {
        return new PrintResult.Failed(fault, true, detail);
    }

    /** For good. May be called from another thread to break a slip off. */
    @Override
    public void close() {
        held.close();
    }
}
