package org.tamga.kiosk.station;

import java.util.stream.Collectors;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.KitSettings;
import org.tamga.devices.ports.Device;
import org.tamga.devices.profile.ProfileReading;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.election.definition.ElectionKind;

/**
 * The devices that a terminal was started with. What simulated printers print is kept in the
 * terminal's home: {@code slips/NNNN.png} and {@code .pdf}, {@code pages/NNNN-title.pdf}. A booth
 * keeps its last slip only: numbered confirmation codes beside the operator's journal would tell
 * whose ballot is whose.
 *
 * @param glass what lies on the scanner's glass, when the scanner is simulated
 */
public record TerminalKit(DeviceKit devices, FingerQueue glass) implements AutoCloseable {

    /** Name of the kit in which everything is simulated. */
    public static final String DEMO = "demo";

    /** Folder of the home for profiles and kits besides the packaged ones. */
    private static final String INSTALLED = "devices";

    /** What came of opening a kit. */
    public sealed interface Opening {}

    public record Opened(TerminalKit kit) implements Opening {}

    /**
     * @param code DV-3n: the kit file or one of its profiles is wrong; {@code KA-04}: a simulator
     *     in a real election, called so by the kit or found at a device's place
     * @param detail one English line
     */
    public record Refused(String code, String detail) implements Opening {}

    /**
     * Opens a kit; devices that are not attached do not hinder it.
     *
     * @param kit name of a packaged or installed kit, or path of a kit file
     */
    public static Opening open(String kit, LockedTerminal terminal) {
        FingerQueue glass = new FingerQueue();
        var slips =
                switch (terminal.config().kind()) {
                    case OPERATOR -> KitSettings.Slips.ALL;
                    case BOOTH -> KitSettings.Slips.LAST;
                };
        var settings = new KitSettings(terminal.home(), slips, glass);
        return switch (DeviceKit.open(kit, terminal.home().resolve(INSTALLED), settings)) {
            case ProfileReading.Refused<DeviceKit>(var problems) ->
                    new Refused(problems.getFirst().code(), problems.getFirst().sentence());
            case ProfileReading.Accepted<DeviceKit>(DeviceKit devices) -> {
                if (devices.simulated() && terminal.electionPackage().kind() == ElectionKind.REAL) {
                    String simulators = simulators(devices);
                    devices.close();
                    yield new Refused(
                            "KA-04", "a real election is not held with simulators: " + simulators);
                }
                yield new Opened(new TerminalKit(devices, glass));
            }
        };
    }

    private static String simulators(DeviceKit devices) {
        return devices.devices().stream()
                .map(Device::info)
                .filter(info -> info.simulated())
                .map(info -> info.profile())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        devices.close();
    }
}
