package org.tamga.devices.scanner.fprint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.Presence;

/** Where a reader of a rule would be attached, seen without opening it. */
record ReaderPlace(ReaderRule rule, UsbBus bus) {
    Presence presence() {
        return rule.isVirtual() ? virtual() : usb();
    }

    private Presence virtual() {
        return Files.isDirectory(Path.of(rule.socket()).resolveSibling(""))
                ? new Presence.Attached()
                : absent("nothing simulates a reader at " + rule.socket());
    }

    private Presence usb() {
        Optional<Path> node = bus.find(rule.usb());
        if (node.isEmpty()) {
            return absent("no USB device " + String.join(", ", rule.usb()));
        }
        return Files.isReadable(node.get()) && Files.isWritable(node.get())
                ? new Presence.Attached()
                : new Presence.Absent(
                        DeviceFault.NO_PERMISSION,
                        "this account may not open %s; a udev rule is missing"
                                .formatted(node.get()));
    }

    private static Presence absent(String detail) {
        return new Presence.Absent(DeviceFault.NOT_FOUND, detail);
    }
}
