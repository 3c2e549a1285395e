package org.tamga.devices.document;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.tamga.devices.document.mrz.Mrz;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.HeldLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.Presence;

/**
 * A reader that speaks unasked, over a serial line or as a keyboard. A short silence ends a scan,
 * or the reader's own end mark; what seems to lack something is waited for a little longer. What
 * was scanned while nobody read is thrown away: it is the document of somebody else.
 */
final class LinkDocumentReader implements DocumentReader {
    private static final Duration SILENCE = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** The rest of an old scan follows without a pause as long as this. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Asking for the presence holds the link for a moment, which must not look like a reading. */
    private static final long MOMENT_MS = 100;

    /** A reader goes on within milliseconds: after so long the rest is not coming. */
    private static final long UNFINISHED = Duration.ofMillis(1_200).toNanos();

    /** A multiple of the kernel's 24-byte input event. */
    private static final int BUFFER = 64 * KeyStrokes.EVENT_BYTES;

    private final DeviceInfo info;
    private final LinkOpener opener;
    private final Duration patience;
    private final Supplier<Scan> scans;
    private final ReentrantLock reading = new ReentrantLock();
    private final HeldLink held;
    private volatile boolean holds;

    /**
     * @param patience how long one scan may take from its first byte to its last
     * @param scans what makes lines of the reader's bytes
     */
    LinkDocumentReader(
            DeviceInfo info, LinkOpener opener, Duration patience, Supplier<Scan> scans) {
        this.info = info;
        this.opener = opener;
        this.held = new HeldLink(opener, "reader");
        this.patience = patience;
        this.scans = scans;
    }

    /** Keeps the device open from now on, also between readings, whenever it is attached. */
    void hold() {
        holds = true;
        Presence unused = presence();
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        Presence presence = opener.presence();
        if (reading.tryLock()) {
            try {
                if (presence instanceof Presence.Absent) {
                    // A device held open after an unplug comes back under another number.
                    held.disconnect();
                } else if (holds && !held.isClosed()) {
                    attend();
                }
            } finally {
                reading.unlock();
            }
        }
        return presence;
    }

    /** Takes the device; one that was plugged in again since the last look is another one. */
    private void attend() {
        byte[] nobodys = new byte[BUFFER];
        try {
            int unused = held.connected().read(nobodys, Duration.ZERO);
        } catch (LinkException e) {
            // Whoever reads is told why. A device that has gone may already stand there anew.
            recover(e.fault());
        }
    }

    @Override
    public DocumentReading read(Duration timeout, CancelSignal cancel) {
        try {
            if (!reading.tryLock(MOMENT_MS, TimeUnit.MILLISECONDS)) {
                return failed(DeviceFault.BUSY, "another reading is under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(DeviceFault.CANCELLED, "interrupted");
        }
        try {
            ByteLink reader = held.connected();
            discardWaiting(reader, cancel);
            return await(reader, timeout, cancel);
        } catch (LinkException e) {
            recover(e.fault());
            return failed(e.fault(), e.detail());
        } finally {
            reading.unlock();
        }
    }

    /** A device that has gone is opened anew; a keyboard given back would type into the windows. */
    private void recover(DeviceFault fault) {
        if (fault != DeviceFault.PROTOCOL_ERROR && fault != DeviceFault.CANCELLED) {
            held.disconnect();
        }
    }

    private void discardWaiting(ByteLink reader, CancelSignal cancel) throws LinkException {
        long deadline = System.nanoTime() + patience.toNanos();
        byte[] nobodys = new byte[BUFFER];
        Duration pause = LOOK;
        while (reader.read(nobodys, pause) > 0) {
            requireWanted(cancel);
            if (System.nanoTime() >= deadline) {
                throw endless();
            }
            pause = PAUSE;
        }
    }

    private DocumentReading await(ByteLink reader, Duration timeout, CancelSignal cancel)
            throws LinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        byte[] buffer = new byte[BUFFER];
        Scan scan = scans.get();
        long begun = 0;
        long last = 0;
        while (true) {
            requireWanted(cancel);
            boolean waiting = scan.isEmpty();
            int count = reader.read(buffer, waiting ? LOOK : SILENCE);
            long now = System.nanoTime();
            scan.add(buffer, count);
            begun = waiting ? now : begun;
            last = count > 0 ? now : last;
            if (scan.overflows() || (!waiting && now - begun > patience.toNanos())) {
                throw endless();
            }
            if (!scan.isEmpty() && (count == 0 || scan.ended())) {
                List<String> lines = scan.lines();
                boolean wantsMore = scan.within() || (!lines.isEmpty() && Mrz.wantsMore(lines));
                if (lines.isEmpty() && !scan.within()) {
                    // Noise on the line is no document.
                    scan = scans.get();
                } else if (scan.ended() || !wantsMore || now - last > UNFINISHED) {
                    return understood(scan);
                }
            }
            if (scan.isEmpty() && now >= deadline) {
                return failed(
                        DeviceFault.TIMEOUT, "no document within " + timeout.toSeconds() + " s");
            }
        }
    }

    private static DocumentReading understood(Scan scan) {
        Optional<String> flaw = scan.flaw();
        return flaw.isPresent()
                ? failed(DeviceFault.UNREADABLE_DOCUMENT, flaw.get())
                : Documents.understand(scan.lines(), LocalDate.now(ZoneId.systemDefault()));
    }

    private static void requireWanted(CancelSignal cancel) throws LinkException {
        if (cancel.isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new LinkException(DeviceFault.CANCELLED, "cancelled");
        }
    }

    private static LinkException endless() {
        return new LinkException(DeviceFault.PROTOCOL_ERROR, "the reader sends without end");
    }

    private static DocumentReading failed(DeviceFault fault, String detail) {
        return new DocumentReading.Failed(fault, detail);
    }

    /** For good. May be called from another thread to break a reading off. */
    @Override
    public void close() {
        held.close();
    }
}
