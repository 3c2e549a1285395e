package org.tamga.devices.document;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * A reader that poses as a keyboard, read from the kernel's event interface. From its first use on
 * the device is this program's alone, until it is closed: no scan lands in a text field.
 */
final class WedgeDocumentReader implements DocumentReader {
    private static final Duration SILENCE = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** A reader types a key every few milliseconds: after so long the rest is not coming. */
    private static final long UNFINISHED = Duration.ofMillis(1_200).toNanos();

    private final DeviceInfo info;
    private final LinkOpener opener;
    private final Duration patience;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable ByteLink link;

    /**
     * @param patience how long one scan may take from its first key to its last
     */
    WedgeDocumentReader(DeviceInfo info, LinkOpener opener, Duration patience) {
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

    private DocumentReading await(ByteLink keyboard, Duration timeout, CancelSignal cancel)
            throws LinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        KeyStrokes strokes = new KeyStrokes();
        byte[] buffer = new byte[64 * KeyStrokes.EVENT_BYTES];
        long begun = 0;
        long last = 0;
        while (!cancel.isCancelled()) {
            boolean waiting = strokes.isEmpty();
            int count = keyboard.read(buffer, waiting ? LOOK : SILENCE);
            long now = System.nanoTime();
            strokes.add(buffer, count);
            begun = waiting ? now : begun;
            last = count > 0 ? now : last;
            boolean endless = !waiting && now - begun > patience.toNanos();
            if (strokes.overflows() || endless) {
                throw new LinkException(DeviceFault.PROTOCOL_ERROR, "the reader types without end");
            }
            if (!strokes.isEmpty() && count == 0) {
                boolean wantsMore = strokes.within() || Mrz.wantsMore(strokes.lines());
                if (!wantsMore || now - last > UNFINISHED) {
                    return understood(strokes);
                }
            }
            if (strokes.isEmpty() && now >= deadline) {
                return failed(
                        DeviceFault.TIMEOUT, "no document within " + timeout.toSeconds() + " s");
            }
        }
        return failed(DeviceFault.CANCELLED, "cancelled");
    }

    private static DocumentReading understood(KeyStrokes strokes) {
        if (strokes.lost()) {
            return failed(DeviceFault.UNREADABLE_DOCUMENT, "the kernel lost key strokes");
        }
        return strokes.within()
                ? failed(DeviceFault.UNREADABLE_DOCUMENT, "the scan does not end with Enter")
                : Documents.understand(strokes.lines(), LocalDate.now(ZoneId.systemDefault()));
    }

    private ByteLink connected() throws LinkException {
        ByteLink open = link;
        if (open == null) {
            open = opener.open();
            link = open;
        }
        return open;
    }

    private static DocumentReading failed(DeviceFault fault, String detail) {
        return new DocumentReading.Failed(fault, detail);
    }

    /** Gives the keyboard back. May be called from another thread to break a reading off. */
    @Override
    public void close() {
        ByteLink open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }
}
