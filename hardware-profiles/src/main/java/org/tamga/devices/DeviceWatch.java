package org.tamga.devices;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.profile.DeviceClass;

/**
 * Tells when a device of a kit is plugged in or pulled out. It looks at intervals: the kernel's own
 * events reach neither network cameras nor printers behind a print system, and need rights that a
 * terminal does not have.
 */
public final class DeviceWatch implements AutoCloseable {
    private final DeviceKit kit;
    private final Duration interval;
    private final Consumer<DeviceEvent> listener;
    private final Map<DeviceClass, Boolean> attached = new EnumMap<>(DeviceClass.class);
    private final Thread thread;

    private DeviceWatch(DeviceKit kit, Duration interval, Consumer<DeviceEvent> listener) {
        this.kit = kit;
        this.interval = interval;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("device watch").unstarted(this::watch);
    }

    /**
     * The first look tells of each device of the kit whether it is there; later ones only what
     * changed.
     *
     * @param interval between two looks, e.g. one second
     * @param listener called on the watch's own thread
     */
    public static DeviceWatch start(
            DeviceKit kit, Duration interval, Consumer<DeviceEvent> listener) {
        DeviceWatch watch = new DeviceWatch(kit, interval, listener);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                kit.held().forEach(this::look);
                Thread.sleep(interval);
            }
        } catch (InterruptedException e) {
            // The watch was closed.
        }
    }

    private void look(DeviceClass deviceClass) {
        Device device = kit.device(deviceClass);
        Presence presence = presence(device);
        boolean there = presence instanceof Presence.Attached;
        Boolean before = attached.put(deviceClass, there);
        if (before == null || before != there) {
            listener.accept(
                    switch (presence) {
                        case Presence.Attached() ->
                                new DeviceEvent.Plugged(deviceClass, device.info());
                        case Presence.Absent(var fault, var detail) ->
                                new DeviceEvent.Unplugged(
                                        deviceClass, device.info(), fault, detail);
                    });
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
        thread.interrupt();
    }
}
