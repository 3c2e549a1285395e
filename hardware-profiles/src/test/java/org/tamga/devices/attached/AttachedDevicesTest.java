package org.tamga.devices.attached;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.attached.AttachedDevice.Bus;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;

@DisplayName("What is attached")
class AttachedDevicesTest {
    private static final String PROFILE =
            """
            profile: document-reader/acme
            class: document-reader
            maker: Acme
            model: Reader
            match: {usb: ["0403:6001"], name: "Acme"}
            transport: {kind: serial, protocol: lines, at: /dev/ttyUSB9, baud: 9600}
            verified: {how: not-run, note: n}
            """;

    @TempDir Path machine;

    /** A USB device as the kernel lays it out, with one node of a subsystem below it. */
    private void plug(String port, String usb, String product, String subsystem, String node)
            throws IOException {
        Path device = machine.resolve("sys/devices/usb1").resolve(port);
        Files.createDirectories(device);
        Files.writeString(device.resolve("idVendor"), usb.substring(0, 4) + "\n");
        Files.writeString(device.resolve("idProduct"), usb.substring(5) + "\n");
        Files.writeString(device.resolve("product"), product + "\n");
        Path bus = Files.createDirectories(machine.resolve("sys/bus/usb/devices"));
        Files.createSymbolicLink(bus.resolve(port), device);
        if (!node.isEmpty()) {
            Path below = Files.createDirectories(device.resolve(port + ":1.0").resolve(node));
            if (subsystem.equals("video4linux") && !Files.exists(below.resolveSibling("driver"))) {
                Path driver = machine.resolve("sys/bus/usb/drivers/uvcvideo");
                Files.createDirectories(driver);
                Files.createSymbolicLink(below.resolveSibling("driver"), driver);
            }
            Path list = Files.createDirectories(machine.resolve("sys/class").resolve(subsystem));
            Files.createSymbolicLink(list.resolve(node), below);
        }
    }

    private List<AttachedDevice> attached() {
        return new AttachedDevices(machine.resolve("sys"), machine.resolve("dev")).list();
    }

    @Test
    void is_told_with_place_usb_id_and_name() throws IOException {
        plug("1-1", "0403:6001", "Acme FT232", "tty", "ttyUSB0");
        plug("1-2", "05BA:000A", "U.are.U", "", "");
        plug("1-3", "04b8:0e15", "TM-T20", "usbmisc", "lp0");
        String dev = machine.resolve("dev").toString();
        assertEquals(
                List.of(
                        new AttachedDevice(
                                Bus.SERIAL,
                                dev + "/ttyUSB0",
                                Optional.of("0403:6001"),
                                "",
                                "Acme FT232"),
                        new AttachedDevice(
                                Bus.PRINTER,
                                dev + "/usb/lp0",
                                Optional.of("04b8:0e15"),
                                "",
                                "TM-T20"),
                        new AttachedDevice(Bus.USB, "", Optional.of("05ba:000a"), "", "U.are.U")),
                attached());
    }

    @Test
    void that_is_a_camera_is_told_once_without_its_metadata_device() throws IOException {
        plug("1-4", "046d:0825", "Webcam", "video4linux", "video0");
        plug("1-5", "046d:0826", "Webcam", "video4linux", "video1");
        plug("1-6", "046d:0827", "Webcam", "video4linux", "v4l-subdev0");
        Path nodes = machine.resolve("sys/class/video4linux");
        Files.writeString(nodes.resolve("video0/index"), "0\n");
        Files.writeString(nodes.resolve("video0/name"), "UVC Camera (046d:0825)\n");
        Files.writeString(nodes.resolve("video1/index"), "1\n");
        List<AttachedDevice> cameras =
                attached().stream().filter(device -> device.bus() == Bus.VIDEO).toList();
        assertEquals(
                List.of(
                        new AttachedDevice(
                                Bus.VIDEO,
                                machine.resolve("dev") + "/video0",
                                Optional.of("046d:0825"),
                                "uvcvideo",
                                "UVC Camera (046d:0825)")),
                cameras);
    }

    @Test
    void is_placed_by_the_name_that_stays_when_sockets_change() throws IOException {
        plug("1-1", "0403:6001", "Acme FT232", "tty", "ttyUSB0");
        Path byId = Files.createDirectories(machine.resolve("dev/serial/by-id"));
        Path node = Files.createFile(machine.resolve("dev/ttyUSB0"));
        Path stable = Files.createSymbolicLink(byId.resolve("usb-Acme-if00"), node);
        assertEquals(stable.toString(), attached().getFirst().place());
    }

    @Test
    void fits_a_profile_by_its_rule_or_the_reason_is_told() throws IOException {
        plug("1-1", "0403:6001", "Acme FT232", "tty", "ttyUSB0");
        plug("1-2", "0403:6001", "Other FT232", "tty", "ttyUSB1");
        plug("1-3", "1234:5678", "Nobody's", "", "");
        var profiles = profiles();
        var devices = attached();
        assertEquals(1, ProfileMatch.of(devices.get(0), profiles).size());
        assertEquals(List.of(), ProfileMatch.of(devices.get(1), profiles));
        assertTrue(ProfileMatch.whyNot(devices.get(1), profiles).contains("0403:6001"));
        assertEquals(
                "no profile is for devices of this kind",
                ProfileMatch.whyNot(devices.get(2), profiles));
        assertEquals(List.of(devices.get(0)), ProfileMatch.find(profiles.getFirst(), devices));
    }

    @Test
    void is_none_of_our_makes_when_only_a_library_names_its_driver() throws IOException {
        plug("1-1", "0951:1666", "DataTraveler", "", "");
        plug("1-2", "05ba:000a", "U.are.U 4500", "", "");
        plug("1-3", "046d:0825", "Webcam", "video4linux", "video0");
        var packaged = ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged()).value();
        var profiles = packaged.profiles();
        for (var device : attached()) {
            var names = ProfileMatch.of(device, profiles).stream().map(DeviceProfile::profile);
            assertEquals(
                    switch (device.usb().orElseThrow()) {
                        case "05ba:000a" -> List.of("finger-scanner/digitalpersona-uareu-4500");
                        case "046d:0825" -> List.of("camera/generic-uvc");
                        default -> List.of();
                    },
                    names.toList());
        }
        assertTrue(
                ProfileMatch.whyNot(attached().getLast(), profiles).contains("05ba:000a")
                        || ProfileMatch.whyNot(attached().getLast(), profiles).contains("0951"));
    }

    @Test
    void is_nothing_on_a_machine_that_tells_nothing() {
        assertEquals(List.of(), attached());
    }

    private static List<DeviceProfile> profiles() {
        var reading = ProfileCatalogue.of(Map.of("document-reader/acme.yaml", PROFILE));
        return List.copyOf(((Accepted<ProfileCatalogue>) reading).value().profiles());
    }

    private static DeviceProfile profile(String name) {
        return ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged())
                .value()
                .find(name)
                .orElseThrow();
    }

    private DevicePlace place(String profile) {
        var devices = new AttachedDevices(machine.resolve("sys"), machine.resolve("dev"));
        // The machine's own folder: /dev/null can play a camera there.
        var hardware = new Hardware(machine.resolve("sys"), Path.of("/dev"));
        return new DevicePlace(profile(profile), null, devices, hardware);
    }

    private void name(String folder, String name, String node) throws IOException {
        Path file = machine.resolve("dev").resolve(node);
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        Path links = Files.createDirectories(machine.resolve("dev").resolve(folder));
        Files.createSymbolicLink(links.resolve(name), file);
    }

    @Test
    void a_camera_that_comes_later_is_found_under_its_own_name_and_a_spare_one_after_it()
            throws IOException {
        var camera = place("camera/generic-uvc");
        assertEquals("/dev/video0", camera.find(""));
        plug("1-1", "046d:0825", "C270", "video4linux", "video0");
        name("v4l/by-id", "usb-C270-index0", "video0");
        String first = camera.find("/dev/video0");
        assertEquals(machine.resolve("dev/v4l/by-id/usb-C270-index0").toString(), first);
        plug("1-2", "04f2:b5ce", "Spare", "video4linux", "video1");
        name("v4l/by-id", "usb-Spare-index0", "video1");
        assertEquals(first, camera.find(first), "the one in use stays");
        Files.delete(Path.of(first));
        Files.delete(machine.resolve("dev/video0"));
        Files.delete(machine.resolve("sys/class/video4linux/video0"));
        assertEquals(
                machine.resolve("dev/v4l/by-id/usb-Spare-index0").toString(), camera.find(first));
    }

    @Test
    void a_camera_is_found_behind_a_node_that_only_stands_in_for_one() throws IOException {
        Path virtual = machine.resolve("sys/devices/virtual/video4linux/video0");
        Files.createDirectories(virtual);
        Path nodes = Files.createDirectories(machine.resolve("sys/class/video4linux"));
        Files.createSymbolicLink(nodes.resolve("video0"), virtual);
        Path dev = Files.createDirectories(machine.resolve("dev"));
        Files.createSymbolicLink(dev.resolve("video0"), Path.of("/dev/zero"));
        Path known = Files.createDirectories(machine.resolve("sys/dev/char"));
        Files.createSymbolicLink(known.resolve("1:5"), virtual);
        var camera = place("camera/generic-uvc");
        String standIn = dev.resolve("video0").toString();
        assertEquals(standIn, camera.find(""), "alone it is found, and refused");
        plug("1-1", "046d:0825", "C270", "video4linux", "video2");
        Files.createSymbolicLink(dev.resolve("video2"), Path.of("/dev/null"));
        Files.createSymbolicLink(known.resolve("1:3"), machine.resolve("sys/devices/usb1/1-1"));
        assertEquals(dev.resolve("video2").toString(), camera.find(""));
        assertEquals(dev.resolve("video2").toString(), camera.find(standIn));
    }

    @Test
    void a_keyboard_reader_is_known_by_its_name_and_no_keyboard_is_taken_for_one()
            throws IOException {
        var reader = place("document-reader/hid-wedge");
        assertTrue(reader.isMissing(reader.find("")));
        plug("1-1", "046a:0023", "Cherry Keyboard", "input", "event3");
        name("input/by-id", "usb-Cherry_Keyboard-event-kbd", "input/event3");
        assertTrue(reader.isMissing(reader.find("")));
        plug("1-2", "0c2e:0b61", "Honeywell Imaging Barcode Scanner", "input", "event4");
        name("input/by-id", "usb-Honeywell_Scanner-event-kbd", "input/event4");
        assertEquals(
                machine.resolve("dev/input/by-id/usb-Honeywell_Scanner-event-kbd").toString(),
                reader.find(""));
    }
}
