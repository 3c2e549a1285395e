package org.tamga.devices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.simulator.FingerQueue;

/**
 * Measures how long one finger takes over a serial profile's line, simulated at its real pace; run
 * by hand from the module's folder. Arguments: the profile's file name without folder and ending,
 * and the baud rate.
 */
public final class SerialSpeed {
    private static final int ROUNDS = 3;

    private SerialSpeed() {}

    public static void main(String[] arguments) throws IOException {
        String name = "finger-scanner/" + arguments[0];
        String text =
                Files.readString(Path.of("profiles", name + ".yaml"))
                        .replaceFirst("baud: [0-9]+", "baud: " + arguments[1]);
        var catalogue =
                ((Accepted<ProfileCatalogue>) ProfileCatalogue.of(Map.of(name + ".yaml", text)))
                        .value();
        var kit =
                new Kit(
                        "speed",
                        "one device",
                        Map.of(DeviceClass.FINGER_SCANNER, new Kit.KitDevice(name, null, true)));
        var settings =
                new KitSettings(Files.createTempDirectory("serial-speed"), new FingerQueue());
        try (DeviceKit open = DeviceKit.open(kit, catalogue, settings)) {
            var simulator = open.simulation().of(DeviceClass.FINGER_SCANNER).orElseThrow();
            for (int round = 0; round < ROUNDS; round++) {
                simulator.present();
                long start = System.nanoTime();
                FingerCapture capture =
                        open.fingerScanner()
                                .capture(CaptureRequest.ofSeconds(60), new CancelSignal());
                System.out.printf(
                        "%s at %s baud: %.2f s, %s%n",
                        name, arguments[1], (System.nanoTime() - start) / 1e9, capture);
            }
        }
    }
}
