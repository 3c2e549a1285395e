package org.tamga.devices.attached;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tamga.devices.attached.AttachedDevice.Bus;

/**
 * Walks the kernel's description of the machine ({@code /sys}): serial lines, printers, cameras and
 * input devices that hang on USB, and the USB devices that have none of these.
 */
public final class AttachedDevices {
    private static final String HUB = "09";
    private static final int DEEPEST = 12;

    private final Path sys;
    private final Path dev;

    /**
     * @param sys {@code /sys} or a folder laid out like it
     * @param dev {@code /dev}
     */
    public AttachedDevices(Path sys, Path dev) {
        this.sys = sys;
        this.dev = dev;
    }

    public static AttachedDevices ofThisMachine() {
        return new AttachedDevices(Path.of("/sys"), Path.of("/dev"));
    }

    /** In the order of the buses, then by name. Empty where the kernel tells nothing. */
    public List<AttachedDevice> list() {
        List<AttachedDevice> found = new ArrayList<>();
        Set<Path> withFile = new HashSet<>();
        nodes("tty", Bus.SERIAL, "", found, withFile);
        nodes("usbmisc", Bus.PRINTER, "usb/", found, withFile);
        nodes("video4linux", Bus.VIDEO, "", found, withFile);
        nodes("input", Bus.INPUT, "input/", found, withFile);
        for (Path usb : children(sys.resolve("bus/usb/devices"))) {
            Path device = real(usb);
            if (isUsbDevice(device)
                    && !withFile.contains(device)
                    && !text(device, "bDeviceClass").equals(HUB)) {
                found.add(
                        new AttachedDevice(
                                Bus.USB, "", Optional.of(usbId(device)), "", productName(device)));
            }
        }
        return List.copyOf(found);
    }

    private void nodes(
            String subsystem,
            Bus bus,
            String folder,
            List<AttachedDevice> found,
            Set<Path> withFile) {
        for (Path node : children(sys.resolve("class").resolve(subsystem))) {
            String name = node.getFileName().toString();
            if (!isOfInterest(bus, name) || givesMetadataOnly(bus, node)) {
                continue;
            }
            Optional<Path> usb = usbDeviceOf(real(node));
            if (usb.isEmpty() && bus != Bus.VIDEO) {
                continue;
            }
            usb.ifPresent(withFile::add);
            String told = text(node, "name");
            found.add(
                    new AttachedDevice(
                            bus,
                            stable(bus, dev.resolve(folder + name)).toString(),
                            usb.map(AttachedDevices::usbId),
                            driverOf(real(node)),
                            told.isEmpty()
                                    ? usb.map(AttachedDevices::productName).orElse("")
                                    : told));
        }
    }

    private static boolean isOfInterest(Bus bus, String name) {
        return switch (bus) {
            case PRINTER -> name.startsWith("lp");
            case INPUT -> name.startsWith("event");
            case VIDEO -> name.startsWith("video");
            case SERIAL, USB -> true;
        };
    }

    /** A USB camera has a second device for data about its pictures: index 1. */
    private static boolean givesMetadataOnly(Bus bus, Path node) {
        String index = text(node, "index");
        return bus == Bus.VIDEO && !index.isEmpty() && !index.equals("0");
    }

    /** The name by which the system knows the device in whatever socket it sits. */
    private Path stable(Bus bus, Path node) {
        String folder =
                switch (bus) {
                    case SERIAL -> "serial/by-id";
                    case VIDEO -> "v4l/by-id";
                    case INPUT -> "input/by-id";
                    case PRINTER, USB -> "";
                };
        if (folder.isEmpty()) {
            return node;
        }
        return children(dev.resolve(folder)).stream()
                .filter(link -> real(link).equals(real(node)))
                .findFirst()
                .orElse(node);
    }

    /** The driver that is bound to the interface above the node. */
    private String driverOf(Path node) {
        Path folder = node;
        for (int up = 0; up < DEEPEST && folder != null && folder.startsWith(real(sys)); up++) {
            Path driver = folder.resolve("driver");
            if (Files.exists(driver)) {
                return String.valueOf(real(driver).getFileName());
            }
            folder = folder.getParent();
        }
        return "";
    }

    private Optional<Path> usbDeviceOf(Path node) {
        Path folder = node;
        for (int up = 0; up < DEEPEST && folder != null && folder.startsWith(real(sys)); up++) {
            if (isUsbDevice(folder)) {
                return Optional.of(folder);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static boolean isUsbDevice(Path folder) {
        return Files.isRegularFile(folder.resolve("idVendor"))
                && Files.isRegularFile(folder.resolve("idProduct"));
    }

    private static String usbId(Path device) {
        return (text(device, "idVendor") + ":" + text(device, "idProduct"))
                .toLowerCase(Locale.ROOT);
    }

    private static String productName(Path device) {
        return (text(device, "manufacturer") + " " + text(device, "product")).strip();
    }

    private static String text(Path folder, String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private static List<Path> children(Path folder) {
        try (var listing = Files.list(folder)) {
            return listing.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
