package org.tamga.devices.scanner.fprint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.scanner.fprint.HostFrame.Type;

/**
 * A reader behind libfprint. Its driver process starts with the first capture, stays for the next
 * ones, and is replaced when it dies, falls silent or talks nonsense.
 */
final class FprintFingerScanner implements FingerScanner {
    static final String PACKAGE = "libfprint-2-2";

    private static final Duration POLL = Duration.ofMillis(5);

    /** How long a device may take to close after its last use before its process is replaced. */
    private static final Duration WIND_DOWN = Duration.ofSeconds(2);

    private final DeviceInfo info;
    private final FingerSpec spec;
    private final ReaderRule rule;
    private final HostCommand command;
    private final UsbBus bus;
    private final ReaderImage image;
    private final ReentrantLock glass = new ReentrantLock();
    private volatile @Nullable HostProcess host;
    private volatile boolean libraryMissing;
    private volatile boolean seen;
    private int use;
    private boolean winding;

    FprintFingerScanner(
            DeviceInfo info, FingerSpec spec, ReaderRule rule, HostCommand command, UsbBus bus) {
        this.info = info;
        this.spec = spec;
        this.rule = rule;
        this.command = command;
        this.bus = bus;
        this.image = new ReaderImage(spec);
        this.seen = presence() instanceof Presence.Attached;
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
            return new Presence.Absent(DeviceFault.DRIVER_MISSING, missing("libfprint"));
        }
        if (rule.isVirtual()) {
            return Files.isDirectory(Path.of(rule.socket()).resolveSibling(""))
                    ? new Presence.Attached()
                    : absent("nothing simulates a reader at " + rule.socket());
        }
        Optional<Path> node = bus.find(rule.usb());
        if (node.isEmpty()) {
            return absent("no USB device " + String.join(", ", rule.usb()));
        }
        return Files.isReadable(node.get()) && Files.isWritable(node.get())
                ? new Presence.Attached()
                : new Presence.Absent(DeviceFault.NO_PERMISSION, refused(node.get()));
    }

    private static Presence absent(String detail) {
        return new Presence.Absent(DeviceFault.NOT_FOUND, detail);
    }

    private static String refused(Path node) {
        return "this account may not open " + node + "; a udev rule is missing";
    }

    private static String missing(String library) {
        return "%s cannot be loaded; install the package %s".formatted(library, PACKAGE);
    }

    @Override
    public FingerCapture capture(CaptureRequest request, CancelSignal cancel) {
        if (!glass.tryLock()) {
            return ReaderImage.failed(DeviceFault.BUSY, "another capture is under way");
        }
        try {
            return capture(new Wait(request.timeout(), cancel));
        } catch (IOException e) {
            stopHost();
            return ReaderImage.failed(
                    DeviceFault.PROTOCOL_ERROR, "the driver process failed: " + e.getMessage());
        } finally {
            glass.unlock();
        }
    }

    private FingerCapture capture(Wait wait) throws IOException {
        HostProcess process = ready(wait);
        if (process == null) {
            return wait.failed();
        }
        use++;
        process.send(HostFrame.text(Type.CAPTURE, use, image.order(rule).text()));
        winding = true;
        while (!wait.over()) {
            Optional<HostFrame> arrived = process.poll();
            if (arrived.isEmpty()) {
                wait.moment();
                continue;
            }
            try (HostFrame frame = arrived.get()) {
                Optional<FingerCapture> end = answer(frame);
                if (end.isPresent()) {
                    return end.get();
                }
            }
        }
        process.send(HostFrame.empty(Type.CANCEL, use));
        return wait.failed();
    }

    /**
     * A process that listens: the one of the last capture, else a new one; null at the end of the
     * wait.
     */
    private @Nullable HostProcess ready(Wait wait) throws IOException {
        HostProcess process = host;
        Wait patience = new Wait(WIND_DOWN, new CancelSignal());
        while (process != null && winding) {
            if (wait.over()) {
                return null;
            }
            if (patience.over() || died(process)) {
                stopHost();
                process = null;
            } else if (winding) {
                wait.moment();
            }
        }
        if (process == null) {
            int longest = Math.max(image.longestPayload(), HostFrame.LONGEST_TEXT);
            process = HostProcess.start(command, longest);
            host = process;
            winding = false;
        }
        return process;
    }

    /** Takes what is left of the last use; an image that came too late is wiped. */
    private boolean died(HostProcess process) {
        try {
            Optional<HostFrame> arrived = process.poll();
            arrived.ifPresent(
                    frame -> {
                        winding = !(frame.type() == Type.IDLE && frame.use() == use);
                        frame.close();
                    });
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private Optional<FingerCapture> answer(HostFrame frame) throws IOException {
        if (frame.type() == Type.NO_LIBRARY) {
            libraryMissing = true;
            stopHost();
            return failed(DeviceFault.DRIVER_MISSING, missing(command.library()));
        }
        libraryMissing = false;
        if (frame.use() != use) {
            return Optional.empty();
        }
        return switch (frame.type()) {
            case IMAGE -> {
                seen = true;
                yield Optional.of(image.of(frame.payload()));
            }
            case WRONG_SIZE -> {
                ByteBuffer size = ByteBuffer.wrap(frame.payload());
                yield Optional.of(image.wrongSize(size.getInt(), size.getInt()));
            }
            case FAILED -> Optional.of(failure(LibraryError.parse(frame.text())));
            case NO_DEVICE -> Optional.of(nothingThere());
            case NO_IMAGES ->
                    failed(
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

    /** The library lists no such reader: it is not attached, or this account may not open it. */
    private FingerCapture nothingThere() {
        return switch (presence()) {
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

    private static Optional<FingerCapture> failed(DeviceFault fault, String detail) {
        return Optional.of(ReaderImage.failed(fault, detail));
    }

    private void stopHost() {
        HostProcess process = host;
        host = null;
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void close() {
        stopHost();
    }

    /** Until when, and whether somebody has had enough. */
    private static final class Wait {
        private final Duration timeout;
        private final CancelSignal cancel;
        private final long deadline;

        Wait(Duration timeout, CancelSignal cancel) {
            this.timeout = timeout;
            this.cancel = cancel;
            this.deadline = System.nanoTime() + timeout.toNanos();
        }

        boolean over() {
            return cancel.isCancelled() || System.nanoTime() >= deadline;
        }

        void moment() {
            cancel.await(POLL);
        }

        FingerCapture failed() {
            return cancel.isCancelled()
                    ? ReaderImage.failed(
                            DeviceFault.CANCELLED, "cancelled while waiting for a finger")
                    : ReaderImage.failed(
                            DeviceFault.TIMEOUT, "no finger within " + timeout.toSeconds() + " s");
        }
    }
}
