package org.tamga.devices.scanner.fprint;

import java.time.Duration;
import java.util.Map;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.scanner.FingerSpec;

/** Drivers of the USB readers that libfprint 2 knows. */
public final class FprintScanners {
    private FprintScanners() {}

    /**
     * The first attached reader of the rule; it is opened at each capture and closed after it. A
     * virtual reader is called simulated, whatever the kit says.
     */
    public static FingerScanner open(DeviceInfo info, FingerSpec spec, ReaderRule rule) {
        boolean simulated = info.simulated() || rule.isVirtual();
        var honest = new DeviceInfo(info.id(), info.profile(), info.label(), simulated);
        return new FprintFingerScanner(honest, spec, rule, command(rule), UsbBus.SYSTEM);
    }

    /** The attached readers that libfprint knows; the bus is looked at, no reader is opened. */
    public static ReaderListing known(Duration timeout) {
        return ReaderSearch.ask(HostCommand.of(Map.of()), timeout);
    }

    /** Only the one driver looks at the bus: no other reader is woken or opened. */
    private static HostCommand command(ReaderRule rule) {
        if (rule.isVirtual()) {
            return HostCommand.of(
                    Map.of(
                            "FP_VIRTUAL_IMAGE",
                            rule.socket(),
                            "FP_DRIVERS_WHITELIST",
                            ReaderRule.VIRTUAL_DRIVER));
        }
        return HostCommand.of(
                rule.driver().isEmpty() ? Map.of() : Map.of("FP_DRIVERS_WHITELIST", rule.driver()));
    }
}
