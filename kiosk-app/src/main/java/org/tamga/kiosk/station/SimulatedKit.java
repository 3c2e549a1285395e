package org.tamga.kiosk.station;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.printer.Confirmation;
import org.tamga.devices.printer.PrintSpec;
import org.tamga.devices.printer.ReceiptPrinters;
import org.tamga.devices.simulator.EscPosEmulator;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.FolderPagePrinter;
import org.tamga.devices.simulator.SimulatedCamera;
import org.tamga.devices.simulator.SimulatedFingerScanner;
import org.tamga.devices.simulator.SimulatedLink;

/**
 * A kit of simulators, and the ends by which people and faults are put in front of them. Slips
 * become PNG files in {@code <home>/slips}, pages PDF files in {@code <home>/pages}.
 *
 * @param fingers what lies on the scanner's glass
 */
public record SimulatedKit(
        StationKit kit,
        FingerQueue fingers,
        SimulatedFingerScanner scanner,
        SimulatedCamera camera,
        EscPosEmulator printer) {

    private static final int DOTS_PER_LINE = 576;
    private static final PrintSpec PRINT =
            new PrintSpec(DOTS_PER_LINE, 8000, 256, 2000, 3, Confirmation.ORDERED);

    public static SimulatedKit in(Path home) {
        FingerQueue fingers = new FingerQueue();
        SimulatedFingerScanner scanner =
                new SimulatedFingerScanner("finger-scanner/simulated", fingers);
        SimulatedCamera camera = new SimulatedCamera("camera/simulated");
        EscPosEmulator printer = new EscPosEmulator(DOTS_PER_LINE, home.resolve("slips"));
        DeviceInfo printerInfo =
                new DeviceInfo(
                        "simulated-printer",
                        "receipt-printer/simulated",
                        "80 mm slip printer",
                        true);
        StationKit kit =
                new StationKit(
                        scanner,
                        camera,
                        ReceiptPrinters.escPos(printerInfo, PRINT, SimulatedLink.to(printer)),
                        new FolderPagePrinter("page-printer/simulated", home.resolve("pages")),
                        new MainsPower());
        return new SimulatedKit(kit, fingers, scanner, camera, printer);
    }

    /** Mains that never fails, with a charged battery behind it. */
    private static final class MainsPower implements PowerSupply {
        private static final int CHARGED = 100;

        @Override
        public DeviceInfo info() {
            return new DeviceInfo("simulated-power", "power-supply/simulated", "mains", true);
        }

        @Override
        public PowerState read() {
            return new PowerState.Mains(OptionalInt.of(CHARGED));
        }

        @Override
        public void close() {}
    }
}
