package org.tamga.kiosk.devices;

import java.time.Duration;
import java.util.Optional;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.kiosk.devices.TestRecord.Verdict;

/** Asks a device whether it works, in a second or two, without a person's help. */
final class QuickTest {

    private static final Duration FINGER_WAIT = Duration.ofMillis(700);

    /** A driver that starts, or looks for the baud rate, needs longer to answer at all. */
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(10);

    private static final Duration FRAME_WAIT = Duration.ofSeconds(5);

    private final DeviceKit kit;

    QuickTest(DeviceKit kit) {
        this.kit = kit;
    }

    /** What comes of it without a person: that is less for those that can only be looked for. */
    Verdict best(DeviceClass device) {
        return switch (device) {
            case FINGER_SCANNER, CAMERA, RECEIPT_PRINTER -> Verdict.PASSED;
            case POWER_SUPPLY ->
                    kit.powerSupply().read() instanceof PowerState.Unknown
                            ? Verdict.PRESENT
                            : Verdict.PASSED;
            case DOCUMENT_READER, CHIP_READER, PAGE_PRINTER, SIGNING_TOKEN -> Verdict.PRESENT;
        };
    }

    /**
     * What is wrong with it; empty when nothing is. That another program holds it is wrong too:
     * nobody can use it here.
     */
    Optional<DeviceFault> probe(DeviceClass device, CancelSignal cancel) {
        if (DeviceLook.canBeMissed(device)
                && kit.device(device).presence() instanceof Presence.Absent absent) {
            return Optional.of(absent.fault());
        }
        return WhileBusy.retry(
                cancel,
                fault -> fault.filter(DeviceFault.BUSY::equals).isPresent(),
                () -> ask(device, cancel));
    }

    private Optional<DeviceFault> ask(DeviceClass device, CancelSignal cancel) {
        return switch (device) {
            case FINGER_SCANNER -> scanner(cancel);
            case CAMERA -> camera(cancel);
            case RECEIPT_PRINTER ->
                    switch (kit.receiptPrinter().status()) {
                        case PrinterStatus.Ready _ -> Optional.empty();
                        case PrinterStatus.NotReady notReady -> Optional.of(notReady.fault());
                    };
            case POWER_SUPPLY ->
                    kit.powerSupply().read() instanceof PowerState.Unknown unknown
                                    && unknown.isFailure()
                            ? Optional.of(unknown.fault())
                            : Optional.empty();
            // These tell nothing before a document, a PIN or a job.
            case DOCUMENT_READER, CHIP_READER, PAGE_PRINTER, SIGNING_TOKEN -> Optional.empty();
        };
    }

    private Optional<DeviceFault> scanner(CancelSignal cancel) {
        return scanner(FINGER_WAIT, cancel)
                .flatMap(
                        fault ->
                                fault == DeviceFault.OFFLINE
                                        ? scanner(FIRST_ANSWER, cancel)
                                        : Optional.of(fault));
    }

    /** A scanner that answers that there is no finger works. */
    private Optional<DeviceFault> scanner(Duration wait, CancelSignal cancel) {
        return switch (kit.fingerScanner().capture(new CaptureRequest(wait), cancel)) {
            case FingerCapture.Captured captured -> {
                captured.image().close();
                yield Optional.empty();
            }
            case FingerCapture.Failed failed ->
                    Optional.of(failed.fault()).filter(fault -> fault != DeviceFault.TIMEOUT);
        };
    }

    private Optional<DeviceFault> camera(CancelSignal cancel) {
        return switch (kit.camera().next(FRAME_WAIT, cancel)) {
            case CameraFrame.Captured captured -> {
                captured.image().close();
                yield Optional.empty();
            }
            case CameraFrame.Failed failed -> Optional.of(failed.fault());
        };
    }
}
