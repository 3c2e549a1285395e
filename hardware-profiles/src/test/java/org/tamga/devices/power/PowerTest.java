package org.tamga.devices.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.KitSettings;
import org.tamga.devices.Leaks;
import org.tamga.devices.SelfTest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.PowerFolder;
import org.tamga.devices.simulator.SimulatedFault;

@DisplayName("The power state")
class PowerTest {
    @TempDir Path folder;

    private PowerSupply power() {
        var info = new DeviceInfo("p", "power-supply/linux-sysfs", "t", false);
        return PowerSupplies.sysfs(info, folder.resolve("power"), new PowerSpec(25));
    }

    private void supply(String name, String... filesAndValues) throws IOException {
        Path supply = Files.createDirectories(folder.resolve("power").resolve(name));
        for (int i = 0; i < filesAndValues.length; i += 2) {
            Files.writeString(supply.resolve(filesAndValues[i]), filesAndValues[i + 1] + "\n");
        }
    }

    private static void assertUnknown(DeviceFault fault, PowerSupply power) {
        var unknown = assertInstanceOf(PowerState.Unknown.class, power.read());
        assertEquals(fault, unknown.fault(), unknown.reason());
    }

    @Test
    void is_unknown_where_the_machine_describes_none() throws IOException {
        assertUnknown(DeviceFault.NOT_FOUND, power());
        assertInstanceOf(Presence.Absent.class, power().presence());
        Files.createDirectories(folder.resolve("power"));
        assertUnknown(DeviceFault.NOT_FOUND, power());
        assertInstanceOf(Presence.Attached.class, power().presence());
        assertEquals(25, power().lowPercent());
    }

    @Test
    @Timeout(60)
    void is_unknown_while_the_kernel_hangs_over_it_and_told_again_afterwards() throws Exception {
        try (PowerFolder kernel = PowerFolder.start(folder.resolve("power"));
                PowerSupply power = power()) {
            kernel.breakWith(SimulatedFault.STUCK);
            assertUnknown(DeviceFault.OFFLINE, power);
            assertUnknown(DeviceFault.OFFLINE, power);
            kernel.repair();
            assertEquals(new PowerState.Mains(OptionalInt.of(87)), power.read());
        }
    }

    @Test
    void is_battery_once_the_cable_is_out() throws IOException {
        supply("BAT0", "type", "Battery", "capacity", "73", "status", "Discharging");
        assertEquals(new PowerState.Battery(73), power().read());
        supply("AC", "type", "Mains", "online", "1");
        supply("BAT0", "status", "Charging");
        assertEquals(new PowerState.Mains(OptionalInt.of(73)), power().read());
        supply("AC", "type", "Mains", "online", "0");
        supply("BAT0", "status", "Unknown");
        assertEquals(new PowerState.Battery(73), power().read());
    }

    @Test
    void counts_power_over_usb_and_a_ups_without_mains_of_its_own() throws IOException {
        supply("ups", "type", "UPS", "capacity", "100", "status", "Full");
        assertEquals(new PowerState.Mains(OptionalInt.of(100)), power().read());
        supply("ups", "status", "Discharging", "capacity", "64");
        assertEquals(new PowerState.Battery(64), power().read());
        supply("ucsi", "type", "USB", "online", "1");
        supply("ups", "status", "Not charging");
        assertEquals(new PowerState.Mains(OptionalInt.of(64)), power().read());
    }

    @Test
    void fails_its_self_test_where_its_folder_is_missing_and_passes_on_a_machine_without_any()
            throws IOException {
        assertEquals("DV-04", failure(tried()));
        Files.createDirectories(folder.resolve("power"));
        assertEquals("unknown: no power supply is described", tried().detail());
        supply("BAT0", "type", "Battery", "status", "Discharging");
        assertEquals("DV-06", failure(tried()));
    }

    private static String failure(SelfTest.Outcome outcome) {
        assertFalse(outcome.passed(), outcome.detail());
        return outcome.detail().replaceAll(".*\\[|].*", "");
    }

    private SelfTest.Outcome tried() throws IOException {
        var profiles = ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged()).value();
        var device =
                new Kit.KitDevice(
                        "power-supply/linux-sysfs", folder.resolve("power").toString(), true);
        var kit = new Kit("t", "t", Map.of(DeviceClass.POWER_SUPPLY, device));
        var settings = new KitSettings(folder.resolve("kit"), new FingerQueue());
        try (DeviceKit opened = DeviceKit.open(kit, profiles, settings)) {
            return new SelfTest(opened, folder, Duration.ofSeconds(5), SelfTest.Credentials.NONE)
                    .of(DeviceClass.POWER_SUPPLY);
        }
    }

    @Test
    void is_mains_while_a_ups_charges_beside_a_socket_that_nothing_is_plugged_into()
            throws IOException {
        supply("ups", "type", "UPS", "capacity", "80", "status", "Charging");
        supply("ucsi", "type", "USB", "online", "0");
        assertEquals(new PowerState.Mains(OptionalInt.of(80)), power().read());
        supply("ups", "status", "Full");
        assertEquals(new PowerState.Mains(OptionalInt.of(80)), power().read());
    }

    @Test
    void is_battery_without_mains_also_where_the_battery_says_that_it_is_full() throws IOException {
        supply("AC", "type", "Mains", "online", "0");
        supply("BAT0", "type", "Battery", "capacity", "100", "status", "Full");
        assertEquals(new PowerState.Battery(100), power().read());
        supply("BAT0", "status", "Not charging", "capacity", "97");
        assertEquals(new PowerState.Battery(97), power().read());
        supply("BAT0", "status", "Charging");
        assertEquals(new PowerState.Mains(OptionalInt.of(97)), power().read());
    }

    @Test
    void is_battery_while_one_drains_although_a_weak_charger_delivers() throws IOException {
        supply("AC", "type", "Mains", "online", "1");
        supply("BAT0", "type", "Battery", "capacity", "41", "status", "Discharging");
        assertEquals(new PowerState.Battery(41), power().read());
    }

    @Test
    void leaves_nothing_behind_after_two_hundred_looks() throws Exception {
        supply("AC", "type", "Mains", "online", "1");
        supply("BAT0", "type", "Battery", "capacity", "41", "status", "Charging");
        try (PowerSupply power = power()) {
            Leaks.none(200, 64, () -> assertInstanceOf(PowerState.Mains.class, power.read()));
        }
    }

    @Test
    void takes_the_charge_from_what_the_driver_tells() throws IOException {
        supply("BAT0", "type", "Battery", "status", "Discharging");
        assertUnknown(DeviceFault.PROTOCOL_ERROR, power());
        supply("BAT0", "capacity_level", "Low");
        assertEquals(new PowerState.Battery(15), power().read());
        supply("BAT0", "charge_full", "4000000", "charge_now", "1000000");
        assertEquals(new PowerState.Battery(25), power().read());
        supply("BAT0", "capacity", "26");
        assertEquals(new PowerState.Battery(26), power().read());
    }

    @Test
    void weighs_several_batteries_by_their_size_and_leaves_out_mice_and_empty_bays()
            throws IOException {
        supply("BAT0", "type", "Battery", "status", "Discharging", "capacity", "10");
        supply("BAT1", "type", "Battery", "status", "Unknown", "capacity", "90");
        assertEquals(new PowerState.Battery(10), power().read());
        supply("BAT0", "energy_full", "10000000");
        supply("BAT1", "energy_full", "30000000");
        assertEquals(new PowerState.Battery(70), power().read());
        supply("mouse", "type", "Battery", "scope", "Device", "capacity", "1");
        supply("BAT2", "type", "Battery", "present", "0", "capacity", "0");
        assertEquals(new PowerState.Battery(70), power().read());
    }

    @Test
    void takes_no_nonsense_for_a_value() throws IOException {
        supply("AC", "type", "Mains", "online", "yes");
        supply("BAT0", "type", "Battery", "status", "Discharging", "capacity", "250");
        assertUnknown(DeviceFault.PROTOCOL_ERROR, power());
        supply("BAT0", "capacity", "-3", "energy_now", "9", "energy_full", "0");
        assertUnknown(DeviceFault.PROTOCOL_ERROR, power());
        Files.writeString(folder.resolve("power/BAT0/capacity"), "9".repeat(1_000_000));
        assertUnknown(DeviceFault.PROTOCOL_ERROR, power());
    }

    @Test
    void takes_a_hundred_thousand_folders_of_garbage_without_harm() {
        Random random = new Random(3);
        List<String> files =
                List.of(
                        "type",
                        "online",
                        "status",
                        "capacity",
                        "charge_now",
                        "charge_full",
                        "energy_full",
                        "scope",
                        "present",
                        "capacity_level");
        List<String> values =
                List.of(
                        "Mains",
                        "Battery",
                        "UPS",
                        "1",
                        "0",
                        "Discharging",
                        "Full",
                        "99",
                        "101",
                        "-1",
                        "999999999999",
                        "9999999999999",
                        "NaN",
                        "",
                        "\u0000",
                        "Device",
                        "Low");
        int batteries = 0;
        for (int i = 0; i < 100_000; i++) {
            Map<String, String> folder = new HashMap<>();
            for (String file : files) {
                if (random.nextInt(4) > 0) {
                    int first = file.equals("status") ? 5 : 0;
                    boolean known = file.equals("type") || file.equals("status");
                    int many = known && random.nextBoolean() ? 2 : values.size() - first;
                    folder.put(file, values.get(first + random.nextInt(many)));
                }
            }
            Supply supply = Supply.of(file -> Optional.ofNullable(folder.get(file)));
            PowerState state = Supplies.together(List.of(supply, supply));
            if (state instanceof PowerState.Battery(int percent)) {
                batteries++;
                assertTrue(percent >= 0 && percent <= 100);
            }
        }
        assertTrue(batteries > 100, "only " + batteries);
    }
}
