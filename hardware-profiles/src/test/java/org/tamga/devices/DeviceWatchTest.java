package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.SimulatedFault;

@DisplayName("The watch over a kit")
class DeviceWatchTest {
    @Test
    void tells_what_is_there_and_then_what_is_pulled_out_and_plugged_in_again(@TempDir Path folder)
            throws InterruptedException {
        BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();
        try (DeviceKit kit =
                        ((Accepted<DeviceKit>)
                                        DeviceKit.open(
                                                "demo", new KitSettings(folder, new FingerQueue())))
                                .value();
                DeviceWatch watch = DeviceWatch.start(kit, Duration.ofMillis(5), events::add)) {
            Set<DeviceClass> told = EnumSet.noneOf(DeviceClass.class);
            for (DeviceClass _ : kit.held()) {
                told.add(next(events).device());
            }
            assertEquals(Set.copyOf(kit.held()), told);
            var camera = kit.simulation().of(DeviceClass.CAMERA).orElseThrow();
            camera.breakWith(SimulatedFault.UNPLUGGED);
            assertInstanceOf(DeviceEvent.Unplugged.class, next(events));
            camera.repair();
            assertEquals(
                    new DeviceEvent.Plugged(DeviceClass.CAMERA, kit.camera().info()), next(events));
        }
    }

    @Test
    void goes_on_over_the_other_devices_while_one_hangs() throws InterruptedException {
        BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();
        CountDownLatch released = new CountDownLatch(1);
        AtomicReference<Presence> seen = new AtomicReference<>(new Presence.Attached());
        Map<DeviceClass, Device> devices =
                Map.of(
                        DeviceClass.CAMERA,
                        device(() -> hangUntil(released)),
                        DeviceClass.RECEIPT_PRINTER,
                        device(seen::get));
        try (var _ = DeviceWatch.start(devices, Duration.ofMillis(5), events::add)) {
            assertEquals(DeviceClass.RECEIPT_PRINTER, next(events).device());
            seen.set(new Presence.Absent(DeviceFault.NOT_FOUND, "pulled out"));
            assertInstanceOf(DeviceEvent.Unplugged.class, next(events));
            released.countDown();
            assertEquals(DeviceClass.CAMERA, next(events).device());
        }
    }

    private static Presence hangUntil(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Presence.Attached();
    }

    private static Device device(Supplier<Presence> presence) {
        return new Device() {
            @Override
            public DeviceInfo info() {
                return DeviceInfo.NONE;
            }

            @Override
            public Presence presence() {
                return presence.get();
            }

            @Override
            public void close() {}
        };
    }

    private static DeviceEvent next(BlockingQueue<DeviceEvent> events) throws InterruptedException {
        DeviceEvent event = events.poll(30, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("the watch told nothing");
        }
        return event;
    }
}
