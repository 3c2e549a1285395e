package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            for (DeviceClass held : kit.held()) {
                assertEquals(held, next(events).device());
            }
            var camera = kit.simulation().of(DeviceClass.CAMERA).orElseThrow();
            camera.breakWith(SimulatedFault.UNPLUGGED);
            assertInstanceOf(DeviceEvent.Unplugged.class, next(events));
            camera.repair();
            assertEquals(
                    new DeviceEvent.Plugged(DeviceClass.CAMERA, kit.camera().info()), next(events));
        }
    }

    private static DeviceEvent next(BlockingQueue<DeviceEvent> events) throws InterruptedException {
        DeviceEvent event = events.poll(30, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("the watch told nothing");
        }
        return event;
    }
}
