package org.tamga.devices;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.simulator.EscPosEmulator;
import org.tamga.devices.simulator.FolderPagePrinter;
import org.tamga.devices.simulator.SimulatedCamera;
import org.tamga.devices.simulator.SimulatedDocumentReader;
import org.tamga.devices.simulator.SimulatedFingerScanner;

/**
 * The far side of a kit's simulated devices: present things, break things. Empty where the device
 * is real.
 */
public final class Simulation {
    @Nullable SimulatedFingerScanner fingerScanner;
    @Nullable SimulatedCamera camera;
    @Nullable SimulatedDocumentReader documentReader;
    @Nullable EscPosEmulator receiptPrinter;
    @Nullable FolderPagePrinter pagePrinter;

    Simulation() {}

    public Optional<SimulatedFingerScanner> fingerScanner() {
        return Optional.ofNullable(fingerScanner);
    }

    public Optional<SimulatedCamera> camera() {
        return Optional.ofNullable(camera);
    }

    public Optional<SimulatedDocumentReader> documentReader() {
        return Optional.ofNullable(documentReader);
    }

    public Optional<EscPosEmulator> receiptPrinter() {
        return Optional.ofNullable(receiptPrinter);
    }

    /**
     * Keeps the slip that was just printed as a PDF beside the simulator's picture of it; nothing
     * happens with a real printer.
     */
    public void keepSlip(Supplier<byte[]> pdf) {
        receiptPrinter().ifPresent(printer -> printer.keepPdf(pdf.get()));
    }

    public Optional<FolderPagePrinter> pagePrinter() {
        return Optional.ofNullable(pagePrinter);
    }
}
