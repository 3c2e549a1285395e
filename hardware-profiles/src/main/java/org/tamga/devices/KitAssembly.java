package org.tamga.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.tamga.devices.attached.AttachedDevices;
import org.tamga.devices.attached.DevicePlace;
import org.tamga.devices.attached.Hardware;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.printer.ReceiptPrinters;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.TransportKind;
import org.tamga.devices.simulator.SimulatedLink;
import org.tamga.devices.simulator.Simulator;
import org.tamga.devices.simulator.WireDevice;
import org.tamga.devices.simulator.token.SoftHsmSimulator;

/** Puts the devices of a kit together: a driver for each, and a simulator before it if so said. */
final class KitAssembly {
    private static final UnavailableDevice ABSENT =
            new UnavailableDevice(
                    DeviceInfo.NONE, DeviceFault.NOT_IN_KIT, "the kit has no such device");

    private final Kit kit;
    private final ProfileCatalogue catalogue;
    private final KitSettings settings;
    private final Simulation simulation = new Simulation();

    KitAssembly(Kit kit, ProfileCatalogue catalogue, KitSettings settings) {
        this.kit = kit;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    Simulation simulation() {
        return simulation;
    }

    FingerScanner fingerScanner() {
        return assemble(DeviceClass.FINGER_SCANNER, FingerScanner.class, Drivers::fingerScanner);
    }

    Camera camera() {
        return assemble(DeviceClass.CAMERA, Camera.class, Drivers::camera);
    }

    DocumentReader documentReader() {
        return assemble(DeviceClass.DOCUMENT_READER, DocumentReader.class, Drivers::documentReader);
    }

    ChipReader chipReader() {
        return assemble(DeviceClass.CHIP_READER, ChipReader.class, Drivers::chipReader);
    }

    ReceiptPrinter receiptPrinter() {
        return assemble(DeviceClass.RECEIPT_PRINTER, ReceiptPrinter.class, Drivers::receiptPrinter);
    }

    PagePrinter pagePrinter() {
        return assemble(DeviceClass.PAGE_PRINTER, PagePrinter.class, Drivers::pagePrinter);
    }

    SigningToken signingToken() {
        return assemble(DeviceClass.SIGNING_TOKEN, SigningToken.class, Drivers::signingToken);
    }

    PowerSupply powerSupply() {
        return assemble(DeviceClass.POWER_SUPPLY, PowerSupply.class, Drivers::powerSupply);
    }

    private <T extends Device> T assemble(
            DeviceClass deviceClass, Class<T> port, Function<Attachment, T> driver) {
        Kit.KitDevice device = kit.devices().get(deviceClass);
        if (device == null) {
            return port.cast(ABSENT);
        }
        DeviceProfile profile = catalogue.find(device.profile()).orElseThrow();
        if (isOurs(device, profile)) {
            return simulated(profile, port, driver);
        }
        Hardware hardware = Hardware.ofThisMachine();
        var place =
                new DevicePlace(profile, device.at(), AttachedDevices.ofThisMachine(), hardware);
        Function<String, Device> drivers = at -> driver.apply(Attachment.of(device, profile, at));
        if (device.isSimulated() && profile.transport().kind() == TransportKind.PKCS11) {
            SoftHsmSimulator.join(Path.of(place.find("")));
        }
        return device.isSimulated() || profile.standsIn()
                ? port.cast(drivers.apply(place.find("")))
                : port.cast(new PlacedDevice(place, hardware, drivers));
    }

    /** Whether the kit brings the simulator itself: one that stands elsewhere has a place. */
    private static boolean isOurs(Kit.KitDevice device, DeviceProfile profile) {
        return switch (profile.transport().kind()) {
            case SIMULATED, FOLDER -> true;
            default -> device.isSimulated() && device.at() == null;
        };
    }

    private <T extends Device> T simulated(
            DeviceProfile profile, Class<T> port, Function<Attachment, T> driver) {
        Simulator simulator;
        try {
            simulator = Simulators.start(profile, settings);
        } catch (IOException e) {
            var info = new DeviceInfo(profile.profile(), profile.profile(), profile.label(), true);
            String reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
            return port.cast(new UnavailableDevice(info, DeviceFault.DRIVER_MISSING, reason));
        }
        simulation.put(profile.deviceClass(), simulator);
        var attachment = Attachment.simulated(profile, simulator.at());
        if (port.isInstance(simulator)) {
            return port.cast(simulator);
        }
        // The demonstration's printer hangs on a cable within the process.
        return simulator instanceof WireDevice wire && simulator.at().isEmpty()
                ? port.cast(
                        ReceiptPrinters.escPos(
                                attachment.info(),
                                Objects.requireNonNull(profile.print()),
                                SimulatedLink.to(wire)))
                : driver.apply(attachment);
    }
}
