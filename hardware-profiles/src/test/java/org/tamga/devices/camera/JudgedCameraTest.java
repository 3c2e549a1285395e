package org.tamga.devices.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;

@DisplayName("A camera that keeps one caller waiting")
class JudgedCameraTest {
    private static final Duration FOR_EVER = Duration.ofMinutes(5);

    private final CountDownLatch waits = new CountDownLatch(1);

    /** Gives no picture. */
    private final class Silent implements Camera {
        @Override
        public DeviceInfo info() {
            return DeviceInfo.NONE;
        }

        @Override
        public Presence presence() {
            return new Presence.Attached();
        }

        @Override
        public CameraFrame next(Duration timeout, CancelSignal cancel) {
            waits.countDown();
            boolean cancelled = cancel.await(timeout);
            return new CameraFrame.Failed(
                    cancelled ? DeviceFault.CANCELLED : DeviceFault.OFFLINE, "silent");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    void keeps_no_other_longer_than_he_wants() throws Exception {
        try (Camera camera = new JudgedCamera(new Silent())) {
            CancelSignal first = new CancelSignal();
            var patient = CompletableFuture.supplyAsync(() -> camera.next(FOR_EVER, first));
            waits.await();
            assertEquals(
                    DeviceFault.BUSY,
                    fault(camera.next(Duration.ofMillis(1), new CancelSignal())),
                    "his time is over");
            CancelSignal second = new CancelSignal();
            second.cancel();
            assertEquals(DeviceFault.CANCELLED, fault(camera.next(FOR_EVER, second)));
            first.cancel();
            assertEquals(DeviceFault.CANCELLED, fault(patient.get()));
        }
    }

    private static DeviceFault fault(CameraFrame frame) {
        return assertInstanceOf(CameraFrame.Failed.class, frame).fault();
    }
}
