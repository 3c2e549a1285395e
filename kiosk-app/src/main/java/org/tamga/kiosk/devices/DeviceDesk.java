package org.tamga.kiosk.devices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.election.journal.EventType;
import org.tamga.kiosk.station.StationJournal;

/** The workflow of the devices panel: tests a device through its port and records the result. */
public final class DeviceDesk {

    private static final Duration FINGER_WAIT = Duration.ofMillis(700);
    private static final Duration FRAME_WAIT = Duration.ofSeconds(2);

    private final DeviceKit kit;
    private final StationJournal journal;
    private final InstantSource clock;
    private final Map<DeviceKind, DeviceState> states = new ConcurrentHashMap<>();

    public DeviceDesk(DeviceKit kit, StationJournal journal, InstantSource clock) {
        this.kit = kit;
        this.journal = journal;
        this.clock = clock;
        for (DeviceKind kind : DeviceKind.values()) {
            states.put(
                    kind,
                    new DeviceState(kind, device(kind).info(), Optional.empty(), Optional.empty()));
        }
    }

    /** All devices in the order of {@link DeviceKind}, as they were last seen. */
    public List<DeviceState> states() {
        return Arrays.stream(DeviceKind.values()).map(this::state).toList();
    }

    public DeviceState state(DeviceKind kind) {
        DeviceState state = states.get(kind);
        if (state == null) {
            throw new AssertionError(kind);
        }
        return state;
    }

    public List<DeviceState> testAll() {
        return Arrays.stream(DeviceKind.values()).map(this::test).toList();
    }

    /** Tests one device, a second or two at most, and appends DEVICE_TESTED. */
    public DeviceState test(DeviceKind kind) {
        Optional<DeviceFault> fault = probe(kind);
        DeviceState state =
                new DeviceState(kind, device(kind).info(), fault, Optional.of(clock.instant()));
        states.put(kind, state);
        journal.append(
                EventType.DEVICE_TESTED,
                Map.of(
                        "device",
                        journalName(device(kind)),
                        "result",
                        fault.map(DeviceFault::code).orElse("PASSED")));
        return state;
    }

    /** Whether the slip printer can print now; asks the printer itself. */
    public PrinterStatus printer() {
        return kit.receiptPrinter().status();
    }

    public DeviceKit kit() {
        return kit;
    }

    private Optional<DeviceFault> probe(DeviceKind kind) {
        return switch (kind) {
            case SCANNER -> scanner();
            case CAMERA -> camera();
            case RECEIPT_PRINTER ->
                    switch (kit.receiptPrinter().status()) {
                        case PrinterStatus.Ready _ -> Optional.empty();
                        case PrinterStatus.NotReady notReady -> Optional.of(notReady.fault());
                    };
            // A page printer says nothing before a job, and a machine may know nothing of its
            // power: that the kit holds them is all there is to test.
            case PAGE_PRINTER, POWER ->
                    Optional.of(DeviceFault.NOT_IN_KIT).filter(fault -> !isInKit(kind));
        };
    }

    /** A scanner that waits in vain for a finger works. */
    private Optional<DeviceFault> scanner() {
        return switch (kit.fingerScanner()
                .capture(new CaptureRequest(FINGER_WAIT), new CancelSignal())) {
            case FingerCapture.Captured captured -> {
                captured.image().close();
                yield Optional.empty();
            }
            case FingerCapture.Failed failed ->
                    Optional.of(failed.fault())
                            .filter(f -> f != DeviceFault.TIMEOUT && f != DeviceFault.BUSY);
        };
    }

    private Optional<DeviceFault> camera() {
        return switch (kit.camera().next(FRAME_WAIT, new CancelSignal())) {
            case CameraFrame.Captured captured -> {
                captured.image().close();
                yield Optional.empty();
            }
            case CameraFrame.Failed failed -> Optional.of(failed.fault());
        };
    }

    private boolean isInKit(DeviceKind kind) {
        return !device(kind).info().equals(DeviceInfo.NONE);
    }

    /** The profile's name as the journal's catalogue allows it: {@code scanner:maker-model}. */
    public static String journalName(Device device) {
        return device.info().profile().replace('/', ':');
    }

    private Device device(DeviceKind kind) {
        return switch (kind) {
            case SCANNER -> kit.fingerScanner();
            case CAMERA -> kit.camera();
            case RECEIPT_PRINTER -> kit.receiptPrinter();
            case PAGE_PRINTER -> kit.pagePrinter();
            case POWER -> kit.powerSupply();
        };
    }
}
