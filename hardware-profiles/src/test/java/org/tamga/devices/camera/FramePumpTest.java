package org.tamga.devices.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;

@DisplayName("A camera whose library")
class FramePumpTest {
    private static void assertTold(DeviceFault fault, String why, Supplier<FramePump.Shot> next) {
        FramePump.Source source =
                new FramePump.Source() {
                    @Override
                    public FramePump.Shot next() {
                        return next.get();
                    }

                    @Override
                    public void interrupt() {
                        // Never waits.
                    }

                    @Override
                    public void close() {
                        // Nothing is held.
                    }
                };
        try (FramePump pump = new FramePump("test", () -> source)) {
            for (int use = 0; use < 2; use++) {
                CameraFrame frame = pump.next(Duration.ofSeconds(60), new CancelSignal());
                var failed = assertInstanceOf(CameraFrame.Failed.class, frame);
                assertEquals(fault, failed.fault());
                assertTrue(failed.detail().contains(why), failed.detail());
            }
        }
    }

    @Test
    void cannot_be_loaded_says_so_at_once() {
        assertTold(
                DeviceFault.DRIVER_MISSING,
                "no jniopencv",
                () -> {
                    throw new UnsatisfiedLinkError("no jniopencv");
                });
    }

    @Test
    void throws_what_it_does_not_declare_says_so_at_once() {
        assertTold(
                DeviceFault.PROTOCOL_ERROR,
                "cv assertion",
                () -> {
                    throw new IllegalStateException("cv assertion");
                });
    }

    @Test
    void fails_while_it_works_a_picture_out_says_so_at_once() {
        FramePump.Shot broken =
                new FramePump.Shot() {
                    @Override
                    public java.util.Optional<CameraFrame> develop() {
                        throw new UnsatisfiedLinkError("no jniopencv");
                    }

                    @Override
                    public void discard() {
                        // Nothing is held.
                    }
                };
        assertTold(
                DeviceFault.DRIVER_MISSING,
                "no jniopencv",
                () -> {
                    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                    return broken;
                });
    }
}
