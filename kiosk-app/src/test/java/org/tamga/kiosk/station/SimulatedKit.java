package org.tamga.kiosk.station;

import java.nio.file.Path;
import java.time.Duration;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.KitSettings;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.profile.ProfileReading;
import org.tamga.devices.simulator.EscPosEmulator;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.SimulatedCamera;
import org.tamga.devices.simulator.SimulatedFingerScanner;

/** The demonstration's kit with the far sides of its simulators at hand. */
public record SimulatedKit(DeviceKit kit, FingerQueue fingers) {

    public static SimulatedKit in(Path home) {
        return of(TerminalKit.DEMO, home);
    }

    /**
     * @param kit name of a packaged kit or path of a kit file
     */
    public static SimulatedKit of(String kit, Path home) {
        FingerQueue fingers = new FingerQueue();
        return switch (DeviceKit.open(kit, new KitSettings(home, fingers))) {
            case ProfileReading.Accepted<DeviceKit>(DeviceKit opened) ->
                    new SimulatedKit(opened, fingers);
            case ProfileReading.Refused<DeviceKit> refused ->
                    throw new IllegalStateException(refused.toString());
        };
    }

    /** Somebody else's captures, one after the other, until they are cancelled. */
    public void holdScanner(CancelSignal until) {
        Thread.startVirtualThread(
                () -> {
                    while (!until.isCancelled()) {
                        kit.fingerScanner()
                                .capture(new CaptureRequest(Duration.ofMinutes(1)), until);
                    }
                });
        CaptureRequest atOnce = new CaptureRequest(Duration.ofMillis(1));
        while (!(kit.fingerScanner().capture(atOnce, new CancelSignal())
                        instanceof FingerCapture.Failed failed
                && failed.fault() == DeviceFault.BUSY)) {
            Thread.onSpinWait();
        }
    }

    public SimulatedFingerScanner scanner() {
        return kit.simulation().fingerScanner().orElseThrow();
    }

    public SimulatedCamera camera() {
        return kit.simulation().camera().orElseThrow();
    }

    public EscPosEmulator printer() {
        return kit.simulation().receiptPrinter().orElseThrow();
    }
}
