package org.tamga.devices.camera;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;

/**
 * The one place where pictures of cameras are judged. A picture is given out only when it differs
 * from the one a moment before, for no sensor sees exactly the same twice: the same picture for two
 * seconds means that the camera has frozen. Dark and over-exposed pictures are looked past for a
 * second, while the camera finds its exposure.
 */
final class JudgedCamera implements Camera {
    private static final Duration FROZEN_AFTER = Duration.ofSeconds(2);
    private static final Duration EXPOSURE_SETTLES = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN = Duration.ofMillis(250);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Camera camera;
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable Seen last;

    /**
     * @param digest of all pixels
     * @param since when this picture came first, nanoseconds
     * @param until when it came last
     */
    private record Seen(long digest, long since, long until) {}

    JudgedCamera(Camera camera) {
        this.camera = camera;
    }

    @Override
    public DeviceInfo info() {
        return camera.info();
    }

    @Override
    public Presence presence() {
        return camera.presence();
    }

    /**
     * @param timeout at least the time of two pictures
     */
    @Override
    public CameraFrame next(Duration timeout, CancelSignal cancel) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (!looking.tryLock(LOOK.toNanos(), TimeUnit.NANOSECONDS)) {
                if (cancel.isCancelled()) {
                    return failed(DeviceFault.CANCELLED, "cancelled while waiting for a picture");
                }
                if (System.nanoTime() >= deadline) {
                    return failed(DeviceFault.BUSY, "somebody else waits for a picture");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(DeviceFault.CANCELLED, "interrupted while waiting for a picture");
        }
        try {
            return nextAlone(deadline, cancel);
        } finally {
            looking.unlock();
        }
    }

    private CameraFrame nextAlone(long deadline, CancelSignal cancel) {
        long start = System.nanoTime();
        if (last != null && start - last.until() > FORGOTTEN.toNanos()) {
            last = null;
        }
        Optional<CameraFrame> verdict = Optional.empty();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            CameraFrame frame = camera.next(left, cancel);
            if (frame instanceof CameraFrame.Failed(DeviceFault fault, String detail)) {
                return fault == DeviceFault.TIMEOUT ? verdict.orElse(frame) : frame;
            }
            CameraImage image = ((CameraFrame.Captured) frame).image();
            boolean moved = differsFromTheLast(image);
            verdict = exposure(image);
            if (moved && verdict.isEmpty()) {
                return frame;
            }
            image.close();
            long now = System.nanoTime();
            if (verdict.isPresent() && now - start >= EXPOSURE_SETTLES.toNanos()) {
                return verdict.get();
            }
            if (verdict.isEmpty() && standsSince(now) >= FROZEN_AFTER.toNanos()) {
                last = null; // the next use looks anew
                return failed(DeviceFault.FROZEN, "the same picture again and again");
            }
            if (verdict.isEmpty() && now >= deadline) {
                return failed(DeviceFault.TIMEOUT, "the picture did not change in time");
            }
        }
    }

    private boolean differsFromTheLast(CameraImage image) {
        long now = System.nanoTime();
        long digest = digest(image);
        Seen before = last;
        if (before != null && before.digest() == digest) {
            last = new Seen(digest, before.since(), now);
            return false;
        }
        last = new Seen(digest, now, now);
        return before != null;
    }

    private long standsSince(long now) {
        return last == null ? 0 : now - last.since();
    }

    private static long digest(CameraImage image) {
        byte[] pixels = image.copyOfBgr();
        CRC32C sum = new CRC32C();
        sum.update(pixels);
        Arrays.fill(pixels, (byte) 0);
        return sum.getValue();
    }

    private static Optional<CameraFrame> exposure(CameraImage image) {
        return switch (Exposure.of(image)) {
            case GOOD -> Optional.empty();
            case DARK ->
                    Optional.of(failed(DeviceFault.BLANK_IMAGE, "the picture is black or even"));
            case BRIGHT ->
                    Optional.of(failed(DeviceFault.OVEREXPOSED, "the picture is over-exposed"));
        };
    }

    /** The verdict on a picture of a scene that stands still by its nature. */
    static CameraFrame judgedStill(CameraFrame frame) {
        if (!(frame instanceof CameraFrame.Captured(CameraImage image))) {
            return frame;
        }
        Optional<CameraFrame> verdict = exposure(image);
        verdict.ifPresent(fault -> image.close());
        return verdict.orElse(frame);
    }

    private static CameraFrame failed(DeviceFault fault, String detail) {
        return new CameraFrame.Failed(fault, detail);
    }

    @Override
    public void close() {
        camera.close();
    }
}
