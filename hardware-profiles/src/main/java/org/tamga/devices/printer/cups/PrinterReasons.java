package org.tamga.devices.printer.cups;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tamga.devices.ports.DeviceFault;

/**
 * What a printer's state reasons (RFC 8011, 5.4.12) mean for a job that waits. Reasons that end in
 * "-report" or "-warning" leave the printer working, except where the printer itself is away.
 */
final class PrinterReasons {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration MAY_WAKE = Duration.ofSeconds(8);

    private static final List<String> AWAY =
            List.of(
                    "may not exist or is unavailable",
                    "is not responding",
                    "is unreachable",
                    "Unable to locate printer",
                    "Waiting for printer to become available");

    private PrinterReasons() {}

    /**
     * @param patience how long it may stand before the job counts as failed
     */
    record Blocked(DeviceFault fault, String reason, Duration patience) {}

    static Optional<Blocked> of(PrintJob.Progress progress) {
        return progress.reasons().stream()
                .flatMap(reason -> blocked(reason).stream())
                .findFirst()
                .or(() -> unreachable(progress.message()));
    }

    /** CUPS 2.4 tells of a network printer that does not answer in words only. */
    private static Optional<Blocked> unreachable(String message) {
        return AWAY.stream().anyMatch(message::contains)
                ? fault(DeviceFault.OFFLINE, "unreachable", MAY_WAKE)
                : Optional.empty();
    }

    private static Optional<Blocked> blocked(String reason) {
        if (reason.startsWith("offline") || reason.startsWith("shutdown")) {
            return fault(DeviceFault.OFFLINE, reason, AT_ONCE);
        }
        if (reason.startsWith("connecting-to-device") || reason.startsWith("timed-out")) {
            return fault(DeviceFault.OFFLINE, reason, MAY_WAKE);
        }
        if (reason.endsWith("-warning") || reason.endsWith("-report")) {
            return Optional.empty();
        }
        if (reason.startsWith("media-empty") || reason.startsWith("media-needed")) {
            return fault(DeviceFault.PAPER_OUT, reason, AT_ONCE);
        }
        if (reason.startsWith("cover-open")
                || reason.startsWith("door-open")
                || reason.startsWith("interlock-open")) {
            return fault(DeviceFault.COVER_OPEN, reason, AT_ONCE);
        }
        boolean broken =
                reason.startsWith("media-jam")
                        || reason.startsWith("toner-empty")
                        || reason.startsWith("marker-supply-empty")
                        || reason.startsWith("fuser-")
                        || reason.startsWith("output-area-full")
                        || reason.startsWith("input-tray-missing")
                        || reason.startsWith("cups-missing-filter");
        return broken ? fault(DeviceFault.PRINTER_ERROR, reason, AT_ONCE) : Optional.empty();
    }

    private static Optional<Blocked> fault(DeviceFault fault, String reason, Duration patience) {
        return Optional.of(new Blocked(fault, reason, patience));
    }
}
