package org.tamga.devices.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.Presence;

/** A serial reader that sends a scan as text lines; a short silence ends the scan. */
final class LineDocumentReader implements DocumentReader {
    private static final Duration SILENCE = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int LONGEST_SCAN = 4_096;

    private final DeviceInfo info;
    private final LinkOpener opener;
    private @Nullable ByteLink link;

    LineDocumentReader(DeviceInfo info, LinkOpener opener) {
        this.info = info;
        this.opener = opener;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Presence presence() {
        return opener.presence();
    }

    @Override
    public synchronized DocumentReading read(Duration timeout, CancelSignal cancel) {
        try {
            return await(connected(), timeout, cancel);
        } catch (LinkException e) {
            close();
            return new DocumentReading.Failed(e.fault(), e.detail());
        }
    }

    private static DocumentReading await(ByteLink reader, Duration timeout, CancelSignal cancel)
            throws LinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        ByteArrayOutputStream scan = new ByteArrayOutputStream();
        byte[] buffer = new byte[256];
        while (!cancel.isCancelled()) {
            int count = reader.read(buffer, scan.size() == 0 ? LOOK : SILENCE);
            scan.write(buffer, 0, count);
            if (scan.size() > LONGEST_SCAN) {
                throw new LinkException(DeviceFault.PROTOCOL_ERROR, "the reader sends without end");
            }
            if (count == 0 && scan.size() > 0) {
                return lines(scan);
            }
            if (scan.size() == 0 && System.nanoTime() >= deadline) {
                return new DocumentReading.Failed(
                        DeviceFault.TIMEOUT, "no document within " + timeout.toSeconds() + " s");
            }
        }
        return new DocumentReading.Failed(DeviceFault.CANCELLED, "cancelled");
    }

    private static DocumentReading lines(ByteArrayOutputStream scan) {
        List<String> lines =
                scan.toString(StandardCharsets.US_ASCII)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        boolean printable =
                lines.stream().flatMapToInt(String::chars).allMatch(c -> c >= ' ' && c < 127);
        return printable && !lines.isEmpty()
                ? new DocumentReading.Read(lines)
                : new DocumentReading.Failed(
                        DeviceFault.UNREADABLE_DOCUMENT, "the scan holds no readable line");
    }

    private ByteLink connected() throws LinkException {
        if (link == null) {
            link = opener.open();
        }
        return link;
    }

    @Override
    public synchronized void close() {
        if (link != null) {
            link.close();
            link = null;
        }
    }
}
