package org.tamga.devices.simulator;

import java.time.Duration;
import java.util.EnumSet;
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
public final class SimulatedFingerScanner implements FingerScanner, OwnDriver {
    /** As drivers of real sensors, it does not wait for long when there is no answer at all. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private static final Duration POLL = Duration.ofMillis(10);

    private final DeviceInfo info;
    private final FingerSource source;
    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.NOBODY,
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.BLACK_IMAGE,
                            SimulatedFault.LIFTED_EARLY,
                            SimulatedFault.WRONG_CHECKSUM,
                            SimulatedFault.STUCK,
                            SimulatedFault.WET_FINGER,
                            SimulatedFault.DRY_FINGER,
                            SimulatedFault.PARTIAL_FINGER));
    private final FingerQueue testFingers = new FingerQueue();
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

    @Override
    public int qualityFloor() {
        return 0;
    }

    @Override
    public FaultScript script() {
        return script;
    }

    @Override
    public void present() {
        testFingers.present(TestVisitor.finger());
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
            Optional<SimulatedFault> trouble = script.take();
            return trouble.isPresent()
                    ? misbehave(trouble.get(), request.timeout(), cancel)
                    : await(request.timeout(), cancel, skin);
        } finally {
            glass.unlock();
        }
    }

    private FingerCapture misbehave(SimulatedFault trouble, Duration timeout, CancelSignal cancel) {
        return switch (trouble) {
            case NOBODY -> ended(timeout, cancel, DeviceFault.TIMEOUT, "nobody put a finger on it");
            case STUCK ->
                    ended(SILENCE, cancel, DeviceFault.OFFLINE, "the simulated sensor is silent");
            case UNPLUGGED -> failed(DeviceFault.UNPLUGGED, "the simulated cable was pulled");
            case BLACK_IMAGE -> checked(new FingerImage(256, 288, 500, new byte[256 * 288]));
            case LIFTED_EARLY ->
                    failed(DeviceFault.LIFTED_EARLY, "the finger left during the scan");
            case WRONG_CHECKSUM -> failed(DeviceFault.PROTOCOL_ERROR, "simulated wrong checksum");
            case WET_FINGER, DRY_FINGER, PARTIAL_FINGER ->
                    await(timeout, cancel, SkinCondition.of(trouble));
            default -> throw new IllegalStateException(trouble.name());
        };
    }

    private static FingerCapture ended(
            Duration timeout, CancelSignal cancel, DeviceFault fault, String detail) {
        return cancel.await(timeout)
                ? failed(DeviceFault.CANCELLED, "cancelled while waiting for a finger")
                : failed(fault, detail);
    }

    private FingerCapture await(Duration timeout, CancelSignal cancel, SkinCondition condition) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!cancel.isCancelled()) {
            Optional<FingerImage> finger = testFingers.next().or(source::next);
            if (finger.isPresent()) {
                return checked(worn(finger.get(), condition));
            }
            if (System.nanoTime() >= deadline) {
                return failed(
                        DeviceFault.TIMEOUT, "no finger within " + timeout.toSeconds() + " s");
            }
            cancel.await(POLL);
        }
        return failed(DeviceFault.CANCELLED, "cancelled while waiting for a finger");
    }

    private static FingerImage worn(FingerImage finger, SkinCondition condition) {
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
        // The source belongs to whoever made it.
        testFingers.clear();
    }
}
