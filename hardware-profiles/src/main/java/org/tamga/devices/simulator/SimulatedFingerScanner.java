package org.tamga.devices.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.scanner.BlankImage;

/**
 * A scanner whose fingers come from a {@link FingerSource}; every fault of a real one on demand.
 */
public final class SimulatedFingerScanner implements FingerScanner {
    private static final Duration POLL = Duration.ofMillis(10);

    private final DeviceInfo info;
    private final FingerSource source;
    private final FaultScript<ScannerTrouble> faults = new FaultScript<>();
    private final ReentrantLock glass = new ReentrantLock();
    private volatile SkinCondition skin = SkinCondition.NORMAL;

    public SimulatedFingerScanner(String profile, FingerSource source) {
        this.info =
                new DeviceInfo(
                        "simulated-finger-scanner", profile, "SIMULATED finger scanner", true);
        this.source = source;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    /** The faults to come. */
    public FaultScript<ScannerTrouble> faults() {
        return faults;
    }

    /** How the next fingers are. */
    public void skin(SkinCondition condition) {
        skin = condition;
    }

    @Override
    public FingerCapture capture(CaptureRequest request, CancelSignal cancel) {
        if (!glass.tryLock()) {
            return failed(DeviceFault.BUSY, "another capture is under way");
        }
        try {
            Optional<ScannerTrouble> trouble = faults.take();
            return trouble.isPresent()
                    ? misbehave(trouble.get(), request.timeout(), cancel)
                    : await(request.timeout(), cancel);
        } finally {
            glass.unlock();
        }
    }

    private FingerCapture misbehave(ScannerTrouble trouble, Duration timeout, CancelSignal cancel) {
        return switch (trouble) {
            case NO_FINGER -> nobody(timeout, cancel);
            case UNPLUGGED -> failed(DeviceFault.UNPLUGGED, "the simulated cable was pulled");
            case BLACK_IMAGE -> checked(new FingerImage(256, 288, 500, new byte[256 * 288]));
            case LIFTED_EARLY ->
                    failed(DeviceFault.LIFTED_EARLY, "the finger left during the scan");
            case PROTOCOL_ERROR -> failed(DeviceFault.PROTOCOL_ERROR, "simulated wrong checksum");
        };
    }

    private static FingerCapture nobody(Duration timeout, CancelSignal cancel) {
        return cancel.await(timeout)
                ? failed(DeviceFault.CANCELLED, "cancelled while waiting for a finger")
                : failed(DeviceFault.TIMEOUT, "no finger within " + timeout.toSeconds() + " s");
    }

    private FingerCapture await(Duration timeout, CancelSignal cancel) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!cancel.isCancelled()) {
            Optional<FingerImage> finger = source.next();
            if (finger.isPresent()) {
                return checked(worn(finger.get()));
            }
            if (System.nanoTime() >= deadline) {
                return failed(
                        DeviceFault.TIMEOUT, "no finger within " + timeout.toSeconds() + " s");
            }
            cancel.await(POLL);
        }
        return failed(DeviceFault.CANCELLED, "cancelled while waiting for a finger");
    }

    private FingerImage worn(FingerImage finger) {
        SkinCondition condition = skin;
        if (condition == SkinCondition.NORMAL) {
            return finger;
        }
        try (finger) {
            return condition.applyTo(finger);
        }
    }

    private static FingerCapture checked(FingerImage image) {
        if (BlankImage.is(image)) {
            image.close();
            return failed(DeviceFault.BLANK_IMAGE, "the image is even");
        }
        return new FingerCapture.Captured(image);
    }

    private static FingerCapture failed(DeviceFault fault, String detail) {
        return new FingerCapture.Failed(fault, detail);
    }

    @Override
    public void close() {
        // Nothing is held: the source belongs to whoever made it.
    }
}
