package org.tamga.devices.scanner.sbi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.scanner.BlankImage;
import org.tamga.devices.scanner.FingerSpec;

/**
 * A scanner behind a service that follows the MOSIP Secure Biometric Interface. The interface knows
 * no cancelling: after ours the service itself waits on until its time is over, and is busy so
 * long.
 */
final class SbiFingerScanner implements FingerScanner {
    private static final int OVERHEAD = 1 << 18;
    private static final int CONNECT_MS = 150;

    /** Nobody lays a finger on it in less, nanoseconds. */
    private static final long SHORTEST = Duration.ofMillis(500).toNanos();

    /** How long one capture may take: a service that has died is found out after it. */
    private static final Duration ONE_CAPTURE = Duration.ofSeconds(10);

    /** A service answers so long after the end of the capture that it was asked for. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private final DeviceInfo info;
    private final FingerSpec spec;
    private final String at;
    private final ReentrantLock glass = new ReentrantLock();
    private volatile @Nullable Session session;
    private volatile boolean everFound;

    /** A scanner that was found and has shown who it is. */
    private record Session(SbiHttp http, SbiJson json, DeviceTrust trust, SbiDevice device) {}

    SbiFingerScanner(DeviceInfo info, FingerSpec spec, String at) {
        this.info = info;
        this.spec = spec;
        this.at = at;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public int qualityFloor() {
        return spec.qualityFloor();
    }

    /** Whether anything listens where the service was found or is looked for. */
    @Override
    public Presence presence() {
        try {
            SbiAddress address = SbiAddress.of(at);
            Session known = session;
            int first = known == null ? address.firstPort() : known.device().port();
            int last = known == null ? address.lastPort() : known.device().port();
            for (int port = first; port <= last; port++) {
                if (listens(port)) {
                    return new Presence.Attached();
                }
            }
            return new Presence.Absent(
                    DeviceFault.NOT_FOUND, "no service on ports %d to %d".formatted(first, last));
        } catch (LinkException e) {
            return new Presence.Absent(e.fault(), e.detail());
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            socket.connect(new InetSocketAddress(loopback, port), CONNECT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public FingerCapture capture(CaptureRequest request, CancelSignal cancel) {
        if (!glass.tryLock()) {
            return failed(DeviceFault.BUSY, "another capture is under way");
        }
        try {
            return captured(request.timeout(), cancel);
        } catch (LinkException e) {
            close();
            boolean gone = e.fault() == DeviceFault.NOT_FOUND && everFound;
            return failed(gone ? DeviceFault.UNPLUGGED : e.fault(), e.detail());
        } finally {
            glass.unlock();
        }
    }

    private FingerCapture captured(Duration timeout, CancelSignal cancel) throws LinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Session open = opened(deadline, cancel);
        while (true) {
            try {
                return captured(open, deadline, cancel);
            } catch (LinkException e) {
                if (e.fault() != DeviceFault.TIMEOUT || deadline - System.nanoTime() < SHORTEST) {
                    throw e;
                }
            }
        }
    }

    private FingerCapture captured(Session open, long deadline, CancelSignal cancel)
            throws LinkException {
        SbiCapture capture = new SbiCapture(open.json(), open.trust(), open.device());
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        Duration time = left.compareTo(ONE_CAPTURE) < 0 ? left : ONE_CAPTURE;
        Duration quarter = time.dividedBy(4);
        Duration asked = time.minus(quarter.compareTo(LATE) < 0 ? quarter : LATE);
        byte[] answer =
                open.http()
                        .ask(
                                open.device().port(),
                                "RCAPTURE",
                                "/capture",
                                capture.request(asked, spec.qualityFloor(), Instant.now()),
                                time,
                                cancel);
        byte[] record = {};
        try {
            record = capture.record(answer, Instant.now());
            return checked(new FingerRecord(spec).image(record));
        } finally {
            Arrays.fill(answer, (byte) 0);
            Arrays.fill(record, (byte) 0);
        }
    }

    private static FingerCapture checked(FingerImage image) {
        if (BlankImage.is(image)) {
            image.close();
            return failed(DeviceFault.BLANK_IMAGE, "the image is even");
        }
        return new FingerCapture.Captured(image);
    }

    private Session opened(long deadline, CancelSignal cancel) throws LinkException {
        Session open = session;
        if (open == null) {
            SbiAddress address = SbiAddress.of(at);
            DeviceTrust trust = DeviceTrust.of(address.anchors());
            // An image passes through base64 twice.
            int mostBytes = 2 * spec.width() * spec.height() + OVERHEAD;
            SbiJson json = new SbiJson(mostBytes);
            SbiHttp http = new SbiHttp(mostBytes);
            try {
                SbiDevice device =
                        new SbiDiscovery(http, json, trust, info.simulated())
                                .find(address, deadline, cancel);
                open = new Session(http, json, trust, device);
            } catch (LinkException e) {
                http.close();
                throw e;
            }
            session = open;
            everFound = true;
        }
        return open;
    }

    private static FingerCapture failed(DeviceFault fault, String detail) {
        return new FingerCapture.Failed(fault, detail);
    }

    /** May be called from another thread to break a capture off. */
    @Override
    public void close() {
        Session open = session;
        session = null;
        if (open != null) {
            open.http().close();
        }
    }
}
