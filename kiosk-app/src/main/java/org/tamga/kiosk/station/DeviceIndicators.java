package org.tamga.kiosk.station;

import java.util.Map;
import java.util.Optional;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.kiosk.devices.DeviceDesk;
import org.tamga.kiosk.devices.DeviceLook;
import org.tamga.kiosk.devices.DeviceState;
import org.tamga.kiosk.devices.TestRecord;
import org.tamga.kiosk.shell.Indicator;
import org.tamga.kiosk.shell.StatusBarViewModel.Part;

/** What the status bar shows of the devices. */
final class DeviceIndicators {

    private final DeviceDesk devices;

    DeviceIndicators(DeviceDesk devices) {
        this.devices = devices;
    }

    /** The parts of the bar that a class of device has, without asking the device. */
    Map<Part, Indicator> of(DeviceClass device) {
        return switch (device) {
            case FINGER_SCANNER -> Map.of(Part.SCANNER, device(device));
            case CAMERA -> Map.of(Part.CAMERA, device(device));
            case RECEIPT_PRINTER ->
                    Map.of(Part.PRINTER, device(device), Part.PAPER, Indicator.UNKNOWN);
            case DOCUMENT_READER, CHIP_READER, PAGE_PRINTER, SIGNING_TOKEN, POWER_SUPPLY ->
                    Map.of();
        };
    }

    Indicator device(DeviceClass device) {
        DeviceState state = devices.state(device);
        if (!devices.holds(device)) {
            return Indicator.UNKNOWN;
        }
        if (state.isAbsent()) {
            return trouble(device, "status.absent");
        }
        return state.fault()
                .map(fault -> trouble(device, "status.fault", fault.code()))
                .or(() -> state.test().map(test -> tested(device, test)))
                .orElse(Indicator.UNKNOWN);
    }

    /** Red is what stops the station, as in the list of devices. */
    private static Indicator trouble(DeviceClass device, String key, Object... values) {
        return DeviceLook.needed(device)
                ? Indicator.bad(key, values)
                : Indicator.warning(key, values);
    }

    private static Indicator tested(DeviceClass device, TestRecord test) {
        return switch (test.verdict()) {
            case PASSED -> Indicator.good("status.ready");
            case REJECTED -> trouble(device, "devices.verdict.REJECTED");
            // It was not used, or what failed is over: whether it works is not known.
            case PRESENT, FAILED, SKIPPED -> Indicator.UNKNOWN;
        };
    }

    /** Empty when there is no printer to ask. */
    Optional<PrinterStatus> askPrinter() {
        boolean there =
                devices.holds(DeviceClass.RECEIPT_PRINTER)
                        && !devices.state(DeviceClass.RECEIPT_PRINTER).isAbsent();
        return there ? Optional.of(devices.printer()) : Optional.empty();
    }

    Indicator printer(Optional<PrinterStatus> asked) {
        return asked.map(
                        answer ->
                                switch (answer) {
                                    case PrinterStatus.Ready _ -> Indicator.good("status.ready");
                                    case PrinterStatus.NotReady(DeviceFault fault, _) ->
                                            fault == DeviceFault.BUSY
                                                    ? Indicator.good("status.ready")
                                                    : Indicator.bad("status.fault", fault.code());
                                })
                .orElseGet(() -> device(DeviceClass.RECEIPT_PRINTER));
    }

    static Indicator paper(Optional<PrinterStatus> asked) {
        return asked.map(
                        answer ->
                                switch (answer) {
                                    case PrinterStatus.Ready(boolean nearEnd) ->
                                            nearEnd
                                                    ? Indicator.warning("status.paperLow")
                                                    : Indicator.good("status.paperOk");
                                    case PrinterStatus.NotReady(DeviceFault fault, _) ->
                                            fault == DeviceFault.PAPER_OUT
                                                    ? Indicator.bad("status.paperOut")
                                                    : Indicator.UNKNOWN;
                                })
                .orElse(Indicator.UNKNOWN);
    }

    Indicator power() {
        PowerSupply supply = devices.kit().powerSupply();
        return switch (supply.read()) {
            case PowerState.Mains _ -> Indicator.good("status.mains");
            case PowerState.Battery(int percent) ->
                    percent < supply.lowPercent()
                            ? Indicator.bad("status.battery", percent)
                            : Indicator.warning("status.battery", percent);
            case PowerState.Unknown unknown ->
                    unknown.isFailure()
                            ? Indicator.warning("status.fault", unknown.fault().code())
                            : Indicator.UNKNOWN;
        };
    }
}
