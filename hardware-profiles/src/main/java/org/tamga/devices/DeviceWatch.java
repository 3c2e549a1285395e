package org.tamga.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.profile.DeviceClass;

/**
 * Tells when a device of a kit is plugged in or pulled out. It looks at intervals: the kernel's own
 * events reach neither network cameras nor printers behind a print system, and need rights that a
 * terminal does not have. Each device is looked at by a thread of its own, so that one which hangs
 * does not hide the others.
 */
public final class DeviceWatch implements AutoCloseable {
    private final Duration interval;
    private final Consumer<DeviceEvent> listener;
    private final List<Thread> threads = new ArrayList<>();

    private DeviceWatch(Duration interval, Consumer<DeviceEvent> listener) {
        this.interval = interval;
        this.listener = listener;
    }

    /**
     * The first look tells of each device of the kit whether it is there; later ones only what
     * changed.
     *
     * @param interval between two looks, e.g. one second
     * @param listener called on the watch's own threads, one event after the other
     */
    public static DeviceWatch start(
            DeviceKit kit, Duration interval, Consumer<DeviceEvent> listener) {
        Map<DeviceClass, Device> devices = new EnumMap<>(DeviceClass.class);
        kit.held().forEach(deviceClass -> devices.put(deviceClass, kit.device(deviceClass)));
        return start(devices, interval, listener);
    }

    static DeviceWatch start(
            Map<DeviceClass, Device> devices, Duration interval, Consumer<DeviceEvent> listener) {
        DeviceWatch watch = new DeviceWatch(interval, listener);
        devices.forEach(
                (deviceClass, device) ->
                        watch.threads.add(
                                Thread.ofVirtual()
                                        .name("watch " + deviceClass.label())
                                        .start(() -> watch.watch(deviceClass, device))));
        return watch;
    }

    private void watch(DeviceClass deviceClass, Device device) {
        Optional<Boolean> before = Optional.empty();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Presence presence = presence(device);
                Optional<Boolean> there = Optional.of(presence instanceof Presence.Attached);
                if (!there.equals(before)) {
                    before = there;
                    tell(event(deviceClass, device, presence));
                }
                Thread.sleep(interval);
            }
        } catch (InterruptedException e) {
            // The watch was closed.
        }
    }

    private static DeviceEvent event(DeviceClass deviceClass, Device device, Presence presence) {
        return switch (presence) {
            case Presence.Attached() -> new DeviceEvent.Plugged(deviceClass, device.info());
            case Presence.Absent(var fault, var detail) ->
                    new DeviceEvent.Unplugged(deviceClass, device.info(), fault, detail);
        };
    }

    private synchronized void tell(DeviceEvent event) {
        if (!Thread.currentThread().isInterrupted()) {
            listener.accept(event);
        }
    }

    /** One broken driver must not end the watch over the others. */
    private static Presence presence(Device device) {
        try {
            return device.presence();
        } catch (RuntimeException e) {
            return new Presence.Absent(DeviceFault.PROTOCOL_ERROR, "its driver failed: " + e);
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
