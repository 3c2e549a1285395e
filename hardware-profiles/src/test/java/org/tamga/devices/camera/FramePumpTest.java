package org.tamga.devices.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tamga.devices.link.LinkException;
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

    @Test
    @Timeout(60)
    void keeps_silent_ends_whoever_waits_when_it_is_closed_and_stays_closed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        FramePump.Source silent =
                new FramePump.Source() {
                    @Override
                    public FramePump.Shot next() throws LinkException {
                        asked.countDown();
                        boolean unused = new CancelSignal().await(Duration.ofMinutes(5));
                        throw new LinkException(DeviceFault.CANCELLED, "interrupted");
                    }

                    @Override
                    public void interrupt() {
                        // The thread is.
                    }

                    @Override
                    public void close() {
                        over.countDown();
                    }
                };
        AtomicInteger opened = new AtomicInteger();
        FramePump pump =
                new FramePump(
                        "test",
                        () -> {
                            opened.incrementAndGet();
                            return silent;
                        });
        var waiting =
                CompletableFuture.supplyAsync(
                        () -> pump.next(Duration.ofMinutes(5), new CancelSignal()));
        asked.await();
        pump.close();
        assertUnplugged(waiting.get());
        over.await();
        assertUnplugged(pump.next(Duration.ofMinutes(5), new CancelSignal()));
        assertEquals(1, opened.get());
    }

    private static void assertUnplugged(CameraFrame frame) {
        var failed = assertInstanceOf(CameraFrame.Failed.class, frame);
        assertEquals(DeviceFault.UNPLUGGED, failed.fault(), failed.detail());
    }
}
