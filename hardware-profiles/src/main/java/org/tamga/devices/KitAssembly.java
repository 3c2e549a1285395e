package org.tamga.devices;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.tamga.devices.camera.Cameras;
import org.tamga.devices.document.DocumentReaders;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.link.Links;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.devices.power.PowerSupplies;
import org.tamga.devices.printer.PrintSpec;
import org.tamga.devices.printer.ReceiptPrinters;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.TransportKind;
import org.tamga.devices.scanner.FingerScanners;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.EscPosEmulator;
import org.tamga.devices.simulator.FolderPagePrinter;
import org.tamga.devices.simulator.SimulatedCamera;
import org.tamga.devices.simulator.SimulatedDocumentReader;
import org.tamga.devices.simulator.SimulatedFingerScanner;
import org.tamga.devices.simulator.SimulatedLink;

/**
 * Chooses the driver for each device of a kit. The schema has already checked what each profile
 * must hold.
 */
final class KitAssembly {
    private final Kit kit;
    private final ProfileCatalogue catalogue;
    private final KitSettings settings;
    private final Simulation simulation = new Simulation();
    private final AbsentDevices absent = new AbsentDevices();

    KitAssembly(Kit kit, ProfileCatalogue catalogue, KitSettings settings) {
        this.kit = kit;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    Simulation simulation() {
        return simulation;
    }

    /**
     * @param path the kit's place, else the profile's; empty for simulated devices
     */
    private record Chosen(DeviceProfile profile, String path) {
        boolean simulated() {
            return profile.transport().kind() == TransportKind.SIMULATED;
        }

        DeviceInfo info() {
            String id = path.isEmpty() ? profile.profile() : path;
            return new DeviceInfo(id, profile.profile(), profile.label(), simulated());
        }

        LinkOpener link() {
            return switch (profile.transport().kind()) {
                case SERIAL ->
                        Links.serial(
                                Path.of(path), Objects.requireNonNull(profile.transport().baud()));
                case CHARACTER_DEVICE -> Links.characterDevice(Path.of(path));
                case SIMULATED, VIDEO, FOLDER, SYSFS ->
                        throw new IllegalStateException(profile.profile() + " has no byte link");
            };
        }
    }

    private <T> T choose(DeviceClass deviceClass, Function<Chosen, T> driver, T none) {
        return Optional.ofNullable(kit.devices().get(deviceClass))
                .map(
                        device -> {
                            DeviceProfile profile = catalogue.find(device.profile()).orElseThrow();
                            String place = profile.transport().path();
                            String path = device.path() != null ? device.path() : place;
                            return driver.apply(new Chosen(profile, path == null ? "" : path));
                        })
                .orElse(none);
    }

    FingerScanner fingerScanner() {
        return choose(DeviceClass.FINGER_SCANNER, this::scanner, absent);
    }

    private FingerScanner scanner(Chosen chosen) {
        if (chosen.simulated()) {
            var simulated =
                    new SimulatedFingerScanner(chosen.profile().profile(), settings.fingers());
            simulation.fingerScanner = simulated;
            return simulated;
        }
        FingerSpec spec = Objects.requireNonNull(chosen.profile().finger());
        return FingerScanners.zfm(chosen.info(), spec, chosen.link());
    }

    Camera camera() {
        return choose(DeviceClass.CAMERA, this::camera, absent);
    }

    private Camera camera(Chosen chosen) {
        if (chosen.simulated()) {
            var simulated = new SimulatedCamera(chosen.profile().profile());
            simulation.camera = simulated;
            return simulated;
        }
        return Cameras.video(chosen.info(), chosen.path());
    }

    DocumentReader documentReader() {
        return choose(DeviceClass.DOCUMENT_READER, this::reader, absent);
    }

    private DocumentReader reader(Chosen chosen) {
        if (chosen.simulated()) {
            var simulated = new SimulatedDocumentReader(chosen.profile().profile());
            simulation.documentReader = simulated;
            return simulated;
        }
        return DocumentReaders.lines(chosen.info(), chosen.link());
    }

    ReceiptPrinter receiptPrinter() {
        return choose(DeviceClass.RECEIPT_PRINTER, this::slips, absent);
    }

    private ReceiptPrinter slips(Chosen chosen) {
        PrintSpec spec = Objects.requireNonNull(chosen.profile().print());
        if (chosen.simulated()) {
            Path folder = settings.paper().resolve("slips");
            var emulator =
                    switch (settings.slips()) {
                        case ALL -> new EscPosEmulator(spec.dotsPerLine(), folder);
                        case LAST -> EscPosEmulator.keepingLast(spec.dotsPerLine(), folder);
                    };
            simulation.receiptPrinter = emulator;
            return ReceiptPrinters.escPos(chosen.info(), spec, SimulatedLink.to(emulator));
        }
        return ReceiptPrinters.escPos(chosen.info(), spec, chosen.link());
    }

    PagePrinter pagePrinter() {
        return choose(DeviceClass.PAGE_PRINTER, this::pages, absent);
    }

    private PagePrinter pages(Chosen chosen) {
        Path tray =
                chosen.path().isEmpty()
                        ? settings.paper().resolve("pages")
                        : Path.of(chosen.path());
        var simulated = new FolderPagePrinter(chosen.profile().profile(), tray);
        simulation.pagePrinter = simulated;
        return simulated;
    }

    PowerSupply powerSupply() {
        return choose(
                DeviceClass.POWER_SUPPLY,
                chosen -> PowerSupplies.sysfs(chosen.info(), Path.of(chosen.path())),
                absent);
    }
}
