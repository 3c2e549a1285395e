package org.tamga.devices;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.simulator.ChipPlate;
import org.tamga.devices.simulator.DocumentPlate;
import org.tamga.devices.simulator.EscPosEmulator;
import org.tamga.devices.simulator.FolderPagePrinter;
import org.tamga.devices.simulator.Scene;
import org.tamga.devices.simulator.SerialSimulator;
import org.tamga.devices.simulator.SimulatedCamera;
import org.tamga.devices.simulator.SimulatedDocumentReader;
import org.tamga.devices.simulator.SimulatedFingerScanner;
import org.tamga.devices.simulator.Simulator;

/**
 * The far side of a kit's simulated devices: present things, break things. Empty where the device
 * is real.
 */
public final class Simulation implements AutoCloseable {
    private final Map<DeviceClass, Simulator> simulators = new EnumMap<>(DeviceClass.class);

    Simulation() {}

    void put(DeviceClass deviceClass, Simulator simulator) {
        simulators.put(deviceClass, simulator);
    }

    /** Whatever stands in for the device of that class. */
    public Optional<Simulator> of(DeviceClass deviceClass) {
        return Optional.ofNullable(simulators.get(deviceClass));
    }

    private <T> Optional<T> of(DeviceClass deviceClass, Class<T> kind) {
        return of(deviceClass).filter(kind::isInstance).map(kind::cast);
    }

    public Optional<SimulatedFingerScanner> fingerScanner() {
        return of(DeviceClass.FINGER_SCANNER, SimulatedFingerScanner.class);
    }

    public Optional<SimulatedCamera> camera() {
        return of(DeviceClass.CAMERA, SimulatedCamera.class);
    }

    /** What the camera sees, where the simulator lets it be chosen. */
    public Optional<Scene> scene() {
        return of(DeviceClass.CAMERA, Scene.class);
    }

    public Optional<SimulatedDocumentReader> documentReader() {
        return of(DeviceClass.DOCUMENT_READER, SimulatedDocumentReader.class);
    }

    /** Where printed documents are laid. */
    public Optional<DocumentPlate> documentPlate() {
        return of(DeviceClass.DOCUMENT_READER)
                .flatMap(
                        simulator ->
                                switch (simulator) {
                                    case DocumentPlate plate -> Optional.of(plate);
                                    case SerialSimulator line -> line.documents();
                                    default -> Optional.empty();
                                });
    }

    /** Where documents with a chip are laid. */
    public Optional<ChipPlate> chipPlate() {
        return of(DeviceClass.CHIP_READER, ChipPlate.class);
    }

    public Optional<EscPosEmulator> receiptPrinter() {
        return of(DeviceClass.RECEIPT_PRINTER, EscPosEmulator.class);
    }

    public Optional<FolderPagePrinter> pagePrinter() {
        return of(DeviceClass.PAGE_PRINTER, FolderPagePrinter.class);
    }

    /**
     * Keeps the slip that was just printed as a PDF beside the simulator's picture of it; nothing
     * happens with a real printer.
     */
    public void keepSlip(Supplier<byte[]> pdf) {
        receiptPrinter().ifPresent(printer -> printer.keepPdf(pdf.get()));
    }

    @Override
    public void close() {
        simulators.values().forEach(Simulator::close);
    }
}
