package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.scanner.FingerSpec;

/** A reader behind libfprint. It is opened for each capture and closed after it. */
final class FprintFingerScanner implements FingerScanner {
    static final String PACKAGE = "libfprint-2-2";

    /** The driver process starts and opens a reader that works within that time. */
    private static final Duration OPENING = Duration.ofSeconds(10);

    private final DeviceInfo info;
    private final FingerSpec spec;
    private final ReaderRule rule;
    private final ReaderPlace place;
    private final ReaderImage image;
    private final HostLine host;
    private final ReentrantLock glass = new ReentrantLock();
    private volatile boolean libraryMissing;
    private volatile boolean seen;

    FprintFingerScanner(
            DeviceInfo info, FingerSpec spec, ReaderRule rule, HostCommand command, UsbBus bus) {
        this.info = info;
        this.spec = spec;
        this.rule = rule;
        this.place = new ReaderPlace(rule, bus);
        this.image = new ReaderImage(spec);
        this.host = new HostLine(command, image.longestPayload());
        this.seen = place.presence() instanceof Presence.Attached;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public int qualityFloor() {
        return spec.qualityFloor();
    }

    @Override
    public Presence presence() {
        if (libraryMissing) {
            return new Presence.Absent(DeviceFault.DRIVER_MISSING, missing());
        }
        Presence presence = place.presence();
        if (presence instanceof Presence.Attached) {
            seen = true;
        }
        return presence;
    }

    private String missing() {
        return "%s cannot be loaded; install the package %s".formatted(host.library(), PACKAGE);
    }

    @Override
    public FingerCapture capture(CaptureRequest request, CancelSignal cancel) {
        if (!glass.tryLock()) {
            return ReaderImage.failed(DeviceFault.BUSY, "another capture is under way");
        }
        try {
            return capture(new Wait(request.timeout(), cancel));
        } catch (IOException e) {
            host.drop();
            return ReaderImage.failed(
                    DeviceFault.PROTOCOL_ERROR, "the driver process failed: " + e.getMessage());
        } finally {
            glass.unlock();
        }
    }

    private FingerCapture capture(Wait wait) throws IOException {
        if (!host.order(image.order(rule), wait)) {
            return wait.failed(DeviceFault.BUSY, "the reader still ends its last use");
        }
        Wait opening = wait.within(OPENING);
        boolean opened = false;
        while (!(opened ? wait : opening).over()) {
            Optional<HostFrame> arrived = host.poll();
            if (arrived.isPresent()) {
                try (HostFrame frame = arrived.get()) {
                    opened = frame.type() == HostFrame.Type.OPENED;
                    if (!opened) {
                        return answer(frame);
                    }
                }
            }
            wait.moment();
        }
        return opened ? nobody(wait) : silent(wait);
    }

    private FingerCapture nobody(Wait wait) throws IOException {
        host.cancel();
        return wait.failed(DeviceFault.TIMEOUT, "no finger was laid on it in time");
    }

    /** Library or reader hangs: the process is given up, unless its caller was too hasty for it. */
    private FingerCapture silent(Wait wait) throws IOException {
        if (wait.over()) {
            host.cancel();
        } else {
            host.drop();
        }
        return wait.failed(DeviceFault.OFFLINE, "the reader does not answer");
    }

    private FingerCapture answer(HostFrame frame) throws IOException {
        libraryMissing = frame.type() == HostFrame.Type.NO_LIBRARY;
        return switch (frame.type()) {
            case NO_LIBRARY -> {
                host.drop();
                yield ReaderImage.failed(DeviceFault.DRIVER_MISSING, missing());
            }
            case IMAGE -> {
                seen = true;
                yield unlessGone(image.of(frame));
            }
            case WRONG_SIZE -> image.wrongSize(frame.size());
            case FAILED -> unlessGone(failure(LibraryError.parse(frame.text())));
            case NO_DEVICE -> nothingThere();
            case NO_IMAGES ->
                    ReaderImage.failed(
                            DeviceFault.PROTOCOL_ERROR,
                            frame.text() + " matches on its own chip and gives no images");
            default -> throw new IOException("unexpected " + frame.type());
        };
    }

    private FingerCapture failure(LibraryError error) {
        DeviceFault fault = error.fault();
        return fault == DeviceFault.NOT_FOUND
                ? gone(error.detail())
                : ReaderImage.failed(fault, error.detail());
    }

    /** Half an image, or an error of the bus, may be all that is told of a cable pulled out. */
    private FingerCapture unlessGone(FingerCapture capture) {
        return capture instanceof FingerCapture.Failed(DeviceFault fault, String detail)
                        && fault == DeviceFault.PROTOCOL_ERROR
                        && place.presence() instanceof Presence.Absent(DeviceFault absence, _)
                        && absence == DeviceFault.NOT_FOUND
                ? gone(detail)
                : capture;
    }

    /** The library lists no such reader: it is not attached, or this account may not open it. */
    private FingerCapture nothingThere() {
        return switch (place.presence()) {
            case Presence.Attached() ->
                    ReaderImage.failed(
                            DeviceFault.NOT_FOUND, "attached, yet libfprint does not list it");
            case Presence.Absent(DeviceFault fault, String detail) ->
                    fault == DeviceFault.NOT_FOUND
                            ? gone(detail)
                            : ReaderImage.failed(fault, detail);
        };
    }

    private FingerCapture gone(String detail) {
        return ReaderImage.failed(seen ? DeviceFault.UNPLUGGED : DeviceFault.NOT_FOUND, detail);
    }

    @Override
    public void close() {
        host.close();
    }
}
