package org.tamga.kiosk.ballot;

import java.nio.file.Path;
import java.util.List;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.devices.printer.Confirmation;
import org.tamga.devices.printer.PrintSpec;
import org.tamga.devices.printer.ReceiptPrinters;
import org.tamga.devices.simulator.EscPosEmulator;
import org.tamga.devices.simulator.SimulatedDocumentReader;
import org.tamga.devices.simulator.SimulatedLink;

/**
 * What is attached to a booth. No camera, no finger scanner: a booth cannot know who stands before
 * it.
 *
 * @param cards reads the code printed on an activation card
 * @param printer of confirmation slips
 */
public record BoothKit(DocumentReader cards, ReceiptPrinter printer) implements AutoCloseable {
    private static final int DOTS_PER_LINE = 576;
    private static final PrintSpec PRINT =
            new PrintSpec(DOTS_PER_LINE, 8000, 256, 2000, 3, Confirmation.ORDERED);

    /**
     * A kit of simulators.
     *
     * @param cards on which a demonstration lays its cards
     */
    public record Simulated(BoothKit kit, SimulatedDocumentReader cards) {}

    /** The two devices of a kit that a booth uses; the others are never touched. */
    public static BoothKit of(DeviceKit kit) {
        return new BoothKit(kit.documentReader(), kit.receiptPrinter());
    }

    /** Slips become PNG files in {@code <home>/slips}. */
    public static Simulated simulated(Path home) {
        var cards = new SimulatedDocumentReader("document-reader/simulated");
        var info =
                new DeviceInfo(
                        "simulated-printer",
                        "receipt-printer/simulated",
                        "80 mm slip printer",
                        true);
        var emulator = new EscPosEmulator(DOTS_PER_LINE, home.resolve("slips"));
        var printer = ReceiptPrinters.escPos(info, PRINT, SimulatedLink.to(emulator));
        return new Simulated(new BoothKit(cards, printer), cards);
    }

    /** True when at least one of them is a simulator: then the whole window says so. */
    public boolean simulated() {
        return List.<Device>of(cards, printer).stream()
                .anyMatch(device -> device.info().simulated());
    }

    @Override
    public void close() {
        cards.close();
        printer.close();
    }
}
