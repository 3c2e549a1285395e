package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.scanner.fprint.ReaderListing.Failed;
import org.tamga.devices.scanner.fprint.ReaderListing.Listed;

/** Asks libfprint what it finds. */
final class ReaderSearch {
    private ReaderSearch() {}

    /** Asks a driver process of its own. */
    static ReaderListing ask(HostCommand command, Duration timeout) {
        Wait wait = new Wait(timeout, new CancelSignal());
        try (HostProcess process = HostProcess.start(command, HostFrame.LONGEST_TEXT)) {
            process.send(HostFrame.empty(HostFrame.Type.LIST, 1));
            while (!wait.over()) {
                Optional<HostFrame> frame = process.poll();
                if (frame.isEmpty()) {
                    wait.moment();
                } else if (frame.get().type() == HostFrame.Type.DEVICES) {
                    return new Listed(readers(frame.get().text()));
                } else if (frame.get().type() == HostFrame.Type.NO_LIBRARY) {
                    return new Failed(
                            DeviceFault.DRIVER_MISSING,
                            "install the package " + FprintFingerScanner.PACKAGE);
                }
            }
            return new Failed(DeviceFault.OFFLINE, "libfprint does not answer");
        } catch (IOException e) {
            return new Failed(
                    DeviceFault.PROTOCOL_ERROR, "the driver process failed: " + e.getMessage());
        }
    }

    private static List<KnownReader> readers(String lines) throws IOException {
        List<KnownReader> readers = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            readers.add(KnownReader.parse(line));
        }
        return readers;
    }
}
