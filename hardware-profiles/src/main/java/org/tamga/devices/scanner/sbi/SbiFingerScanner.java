package org.tamga.devices.scanner.sbi;

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
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** A service that is busy answers before that. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(20);

    /** Nobody lays a finger on it in less, nanoseconds. */
    private static final long SHORTEST = Duration.ofMillis(500).toNanos();

    /** How long a finger is waited for in one capture: a service that has died is found out. */
    private static final Duration ONE_CAPTURE = Duration.ofSeconds(8);

    /** A service has so long after that to work the image out and to answer. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** What it has at least where the caller's time ends sooner. */
    private static final Duration LATE = Duration.ofSeconds(2);

    /** Before it is asked again: some say at once that nobody has laid a finger on it. */
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final DeviceInfo info;
    private final FingerSpec spec;
    private final String at;
    private final ReentrantLock glass = new ReentrantLock();
    private volatile @Nullable Session session;
    private volatile boolean everFound;

    /** Where the scanner was last; 0 before that. */
    private volatile int port;

    private volatile @Nullable Seen seen;

    /**
     * @param at when it was looked for
     * @param answered when a service last said anything
     */
    private record Seen(Presence presence, long at, long answered) {}

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

    /**
     * Whether a service of a trusted provider offers a scanner. It is asked every few seconds, not
     * during a capture; when it is too busy to answer for a while nothing has changed.
     */
    @Override
    public Presence presence() {
        try {
            SbiAddress address = SbiAddress.of(at);
            DeviceTrust trust = DeviceTrust.of(address.anchors());
            Seen last = seen;
            long now = System.nanoTime();
            boolean known = last != null && now - last.at() < LOOK_AGAIN.toNanos();
            if (last == null || !(known || glass.isLocked())) {
                last = looked(address, trust, last, now);
                seen = last;
            }
            return last.presence();
        } catch (LinkException e) {
            return new Presence.Absent(e.fault(), e.detail());
        }
    }

    private Seen looked(SbiAddress address, DeviceTrust trust, @Nullable Seen last, long now)
            throws LinkException {
        try (SbiHttp http = new SbiHttp(OVERHEAD)) {
            SbiDevice device =
                    new SbiDiscovery(http, new SbiJson(OVERHEAD), trust, info.simulated())
                            .find(address, port, now + LOOK.toNanos(), new CancelSignal());
            port = device.port();
            return new Seen(new Presence.Attached(), now, now);
        } catch (LinkException e) {
            if (e.fault() == DeviceFault.CANCELLED) {
                // Says nothing of the scanner to whoever asks next.
                throw e;
            }
            boolean silent = SbiHttp.isSilence(e);
            long answered = silent && last != null ? last.answered() : now;
            if (silent && last != null && now - answered < DEAD_AFTER.toNanos()) {
                return new Seen(last.presence(), now, answered);
            }
            return e.fault() == DeviceFault.BUSY
                    ? new Seen(new Presence.Attached(), now, now)
                    : new Seen(new Presence.Absent(e.fault(), e.detail()), now, answered);
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
                if (cancel.await(AGAIN)) {
                    throw new LinkException(DeviceFault.CANCELLED, "cancelled");
                }
            }
        }
    }

    private FingerCapture captured(Session open, long deadline, CancelSignal cancel)
            throws LinkException {
        SbiCapture capture = new SbiCapture(open.json(), open.trust(), open.device());
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        Duration asked = shorter(ONE_CAPTURE, left.minus(shorter(LATE, left.dividedBy(4))));
        byte[] answer =
                open.http()
                        .ask(
                                open.device().port(),
                                "RCAPTURE",
                                "/capture",
                                capture.request(asked, spec.qualityFloor(), Instant.now()),
                                shorter(left, asked.plus(ANSWER)),
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

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
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
                                .find(address, port, deadline, cancel);
                port = device.port();
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
