package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.devices.KitSettings.Pace;
import org.tamga.devices.KitSettings.Slips;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.profile.ProfileReading.Refused;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.Simulator;

@DisplayName("A simulator that a kit does not call so")
class UndeclaredSimulatorTest {
    private static final String READER = "document-reader/serial-lines";

    @TempDir Path folder;
    private final ProfileCatalogue catalogue =
            ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged()).value();

    private KitSettings settings() {
        return new KitSettings(folder, Slips.ALL, new FingerQueue(), Pace.FASTEST);
    }

    private DeviceProfile profile(String name) {
        return catalogue.find(name).orElseThrow();
    }

    private ProfileReading<Kit> kit(String profile, String at, String rest) {
        return catalogue.kit(
                "k.yaml",
                "kit: k\nnote: n\ndevices:\n  %s: {profile: %s, at: '%s'%s}\n"
                        .formatted(profile(profile).deviceClass().label(), profile, at, rest));
    }

    private DeviceKit open(String profile, String at, String rest) {
        Kit kit = ((Accepted<Kit>) kit(profile, at, rest)).value();
        return DeviceKit.open(kit, catalogue, settings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finger-scanner/zfm-20",
                "finger-scanner/suprema-sfm",
                READER,
                "document-reader/hid-wedge",
                "camera/mjpeg-http",
                "receipt-printer/escpos-80mm-serial",
                "receipt-printer/escpos-80mm-usb",
                "signing-token/pkcs11-generic",
                "power-supply/linux-sysfs"
            })
    void counts_as_one_and_is_not_used_unless_the_kit_says_so(String name) throws IOException {
        try (Simulator simulator = Simulators.start(profile(name), settings())) {
            try (DeviceKit kit = open(name, simulator.at(), "")) {
                assertTrue(kit.simulated());
                var device = kit.device(profile(name).deviceClass());
                var absent = assertInstanceOf(Presence.Absent.class, device.presence());
                assertEquals(DeviceFault.NOT_HARDWARE, absent.fault(), absent::detail);
            }
            try (DeviceKit kit = open(name, simulator.at(), ", simulated: true")) {
                assertTrue(kit.simulated());
                var device = kit.device(profile(name).deviceClass());
                assertEquals(new Presence.Attached(), device.presence());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp/x/%04d.png", "/tmp/film.avi", "/dev/v%d"})
    void is_no_place_of_a_usb_camera(String pictures) {
        assertInstanceOf(Refused.class, kit("camera/generic-uvc", pictures, ""));
        assertInstanceOf(Accepted.class, kit("camera/generic-uvc", pictures, ", simulated: true"));
    }

    @Test
    void is_no_smart_card_service() {
        var refused = kit("chip-reader/pcsc-generic", "/tmp/cards", ", trust: /tmp/cards/trust");
        assertInstanceOf(Refused.class, refused);
    }

    @Test
    void is_found_out_also_when_it_takes_the_place_of_a_device_that_is_away() throws IOException {
        Path place = folder.resolve("reader");
        try (Simulator simulator = Simulators.start(profile(READER), settings());
                DeviceKit kit = open(READER, place.toString(), "")) {
            assertFalse(kit.simulated());
            Files.createSymbolicLink(place, Path.of(simulator.at()));
            simulator.present();
            var reading =
                    assertInstanceOf(
                            DocumentReading.Failed.class,
                            kit.documentReader().read(Duration.ofSeconds(1), new CancelSignal()));
            assertEquals(DeviceFault.NOT_HARDWARE, reading.fault());
            assertTrue(kit.simulated());
        }
    }
}
