package org.tamga.devices;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.profile.ProfileReading.Refused;

/**
 * The devices of one terminal, reachable only through their ports. A device that is not attached
 * does not stop the kit from opening: its port answers with the fault until it is plugged in.
 */
public final class DeviceKit implements AutoCloseable {
    private final String name;
    private final FingerScanner fingerScanner;
    private final Camera camera;
    private final DocumentReader documentReader;
    private final ChipReader chipReader;
    private final ReceiptPrinter receiptPrinter;
    private final PagePrinter pagePrinter;
    private final SigningToken signingToken;
    private final PowerSupply powerSupply;
    private final Simulation simulation;

    private DeviceKit(String name, KitAssembly assembly) {
        this.name = name;
        this.fingerScanner = assembly.fingerScanner();
        this.camera = assembly.camera();
        this.documentReader = assembly.documentReader();
        this.chipReader = assembly.chipReader();
        this.receiptPrinter = assembly.receiptPrinter();
        this.pagePrinter = assembly.pagePrinter();
        this.signingToken = assembly.signingToken();
        this.powerSupply = assembly.powerSupply();
        this.simulation = assembly.simulation();
    }

    /**
     * Opens a kit with the packaged profiles.
     *
     * @param kit name of a packaged kit, e.g. {@code demo}, or path of a kit file
     */
    public static ProfileReading<DeviceKit> open(String kit, KitSettings settings) {
        return open(kit, ProfileCatalogue.packaged(), settings);
    }

    /**
     * Opens a kit with the profiles and kits of a folder besides the packaged ones.
     *
     * @param kit name of a kit or path of a kit file
     * @param installed see {@link ProfileCatalogue#withInstalled}
     */
    public static ProfileReading<DeviceKit> open(String kit, Path installed, KitSettings settings) {
        return open(kit, ProfileCatalogue.withInstalled(installed), settings);
    }

    private static ProfileReading<DeviceKit> open(
            String kit, ProfileReading<ProfileCatalogue> profiles, KitSettings settings) {
        return switch (profiles) {
            case Refused<ProfileCatalogue>(var problems) -> new Refused<>(problems);
            case Accepted<ProfileCatalogue>(ProfileCatalogue catalogue) ->
                    switch (catalogue.kit(kit)) {
                        case Refused<Kit>(var problems) -> new Refused<>(problems);
                        case Accepted<Kit>(Kit file) ->
                                new Accepted<>(open(file, catalogue, settings));
                    };
        };
    }

    /** Opens a checked kit. */
    public static DeviceKit open(Kit kit, ProfileCatalogue catalogue, KitSettings settings) {
        return new DeviceKit(kit.kit(), new KitAssembly(kit, catalogue, settings));
    }

    public String name() {
        return name;
    }

    public FingerScanner fingerScanner() {
        return fingerScanner;
    }

    public Camera camera() {
        return camera;
    }

    public DocumentReader documentReader() {
        return documentReader;
    }

    public ChipReader chipReader() {
        return chipReader;
    }

    public ReceiptPrinter receiptPrinter() {
        return receiptPrinter;
    }

    public PagePrinter pagePrinter() {
        return pagePrinter;
    }

    public SigningToken signingToken() {
        return signingToken;
    }

    public PowerSupply powerSupply() {
        return powerSupply;
    }

    /** The far side of the simulated devices. */
    public Simulation simulation() {
        return simulation;
    }

    /** True when at least one device is simulated: the terminal must say so on its screen. */
    public boolean simulated() {
        return devices().stream().anyMatch(device -> device.info().simulated());
    }

    /** The device of each class; those that the kit does not hold answer so. */
    public Device device(DeviceClass deviceClass) {
        return switch (deviceClass) {
            case FINGER_SCANNER -> fingerScanner;
            case CAMERA -> camera;
            case DOCUMENT_READER -> documentReader;
            case CHIP_READER -> chipReader;
            case RECEIPT_PRINTER -> receiptPrinter;
            case PAGE_PRINTER -> pagePrinter;
            case SIGNING_TOKEN -> signingToken;
            case POWER_SUPPLY -> powerSupply;
        };
    }

    /** The classes of which the kit holds a device. */
    public List<DeviceClass> held() {
        return Arrays.stream(DeviceClass.values())
                .filter(deviceClass -> !device(deviceClass).info().equals(DeviceInfo.NONE))
                .toList();
    }

    /** All, in the order of the device classes. */
    public List<Device> devices() {
        return Arrays.stream(DeviceClass.values()).map(this::device).toList();
    }

    @Override
    public void close() {
        devices().forEach(Device::close);
        simulation.close();
    }
}
