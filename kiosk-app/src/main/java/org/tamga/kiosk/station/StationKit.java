package org.tamga.kiosk.station;

import java.util.List;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.ports.ReceiptPrinter;

/** What is attached to one operator terminal. Closing releases every port. */
public record StationKit(
        FingerScanner scanner,
        Camera camera,
        ReceiptPrinter receiptPrinter,
        PagePrinter pagePrinter,
        PowerSupply power)
        implements AutoCloseable {

    public List<Device> devices() {
        return List.of(scanner, camera, receiptPrinter, pagePrinter, power);
    }

    /** True when at least one of them is a simulator: then the whole window says so. */
    public boolean simulated() {
        return devices().stream().anyMatch(device -> device.info().simulated());
    }

    /** The profile's name as the journal's catalogue allows it: {@code scanner:maker-model}. */
    public static String journalName(Device device) {
        return device.info().profile().replace('/', ':');
    }

    @Override
    public void close() {
        devices().forEach(Device::close);
    }
}
