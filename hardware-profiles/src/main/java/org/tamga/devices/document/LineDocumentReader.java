package org.tamga.devices.document;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.document.mrz.Mrz;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.Presence;

/**
 * A serial reader that sends a scan as text lines. A short silence ends the scan, or the reader's
 * ETX; a zone of which lines are missing is waited for a little longer.
 */
final class LineDocumentReader implements DocumentReader {
    private static final Duration SILENCE = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final long LINES_APART = Duration.ofSeconds(1).toNanos();

    private final DeviceInfo info;
    private final LinkOpener opener;
    private final Duration patience;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable ByteLink link;

    /**
     * @param patience how long one scan may take from its first byte to its last
     */
    LineDocumentReader(DeviceInfo info, LinkOpener opener, Duration patience) {
        this.info = info;
        this.opener = opener;
        this.patience = patience;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        Presence presence = opener.presence();
        if (presence instanceof Presence.Absent && link != null && reading.tryLock()) {
            // A device that is held open after an unplug comes back under another number.
            try {
                close();
            } finally {
                reading.unlock();
            }
        }
        return presence;
    }

    @Override
    public DocumentReading read(Duration timeout, CancelSignal cancel) {
        if (!reading.tryLock()) {
            return failed(DeviceFault.BUSY, "another reading is under way");
        }
        try {
            return await(connected(), timeout, cancel);
        } catch (LinkException e) {
            close();
            return failed(e.fault(), e.detail());
        } finally {
            reading.unlock();
        }
    }

    private DocumentReading await(ByteLink reader, Duration timeout, CancelSignal cancel)
            throws LinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        ScanBuffer scan = new ScanBuffer();
        byte[] buffer = new byte[256];
        long begun = 0;
        while (!cancel.isCancelled()) {
            int count = reader.read(buffer, scan.isEmpty() ? LOOK : SILENCE);
            long now = System.nanoTime();
            if (count > 0) {
                begun = scan.isEmpty() ? now : begun;
                scan.add(buffer, count);
            }
            boolean endless = scan.overflows() || now - begun > patience.toNanos();
            if (!scan.isEmpty() && endless) {
                throw new LinkException(DeviceFault.PROTOCOL_ERROR, "the reader sends without end");
            }
            if (!scan.isEmpty() && (count == 0 || scan.ended())) {
                List<String> lines = scan.lines();
                if (lines.isEmpty()) {
                    // Noise on the line is no document.
                    scan.clear();
                } else if (scan.ended() || !Mrz.wantsMore(lines) || now - begun > LINES_APART) {
                    return Documents.understand(lines, LocalDate.now(ZoneId.systemDefault()));
                }
            }
            if (scan.isEmpty() && now >= deadline) {
                return failed(
                        DeviceFault.TIMEOUT, "no document within " + timeout.toSeconds() + " s");
            }
        }
        return failed(DeviceFault.CANCELLED, "cancelled");
    }

    private static DocumentReading failed(DeviceFault fault, String detail) {
        return new DocumentReading.Failed(fault, detail);
    }

    private ByteLink connected() throws LinkException {
        ByteLink open = link;
        if (open == null) {
            open = opener.open();
            link = open;
        }
        return open;
    }

    /** May be called from another thread to break a reading off. */
    @Override
    public void close() {
        ByteLink open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }
}
