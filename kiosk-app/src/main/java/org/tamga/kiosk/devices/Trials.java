package org.tamga.kiosk.devices;

import java.time.Duration;
import java.util.function.Consumer;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.profile.DeviceClass;

/**
 * Uses one device for a person to look at: a finger, live pictures, a document, a slip, a page.
 * Pictures go to a {@link LivePicture} and nowhere else. Blocks: call it off the UI thread.
 */
public final class Trials {

    /** How long a person has to put a finger or a document. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Duration FRAME_WAIT = Duration.ofSeconds(2);

    /** Twelve pictures a second. */
    private static final Duration FRAME_PERIOD = Duration.ofMillis(83);

    private static final Duration PAUSE_AFTER_FAULT = Duration.ofMillis(500);

    private final DeviceKit kit;
    private final TestPrints prints;

    public Trials(DeviceKit kit, TestPrints prints) {
        this.kit = kit;
        this.prints = prints;
    }

    /**
     * Tries a device until it has shown something, has failed or {@code cancel} is given; a camera
     * goes on until then.
     *
     * @param told what was seen, on the calling thread
     */
    void run(DeviceClass device, LivePicture picture, CancelSignal cancel, Consumer<Seen> told) {
        if (device == DeviceClass.CAMERA) {
            film(kit.camera(), picture, cancel, told);
            return;
        }
        told.accept(
                WhileBusy.retry(cancel, Trials::isBusy, () -> use(device, picture, cancel, told)));
    }

    private Seen use(
            DeviceClass device, LivePicture picture, CancelSignal cancel, Consumer<Seen> told) {
        return switch (device) {
            case FINGER_SCANNER -> finger(picture, cancel);
            case DOCUMENT_READER -> document(cancel);
            case CHIP_READER -> chip(picture, cancel, told);
            case RECEIPT_PRINTER -> slip(cancel);
            case PAGE_PRINTER -> page(cancel);
            case POWER_SUPPLY -> power();
            case CAMERA, SIGNING_TOKEN -> attached(device);
        };
    }

    private Seen power() {
        PowerState state = kit.powerSupply().read();
        return state instanceof PowerState.Unknown unknown && unknown.isFailure()
                ? new Seen.Failed(unknown.fault())
                : new Seen.Power(state);
    }

    private static boolean isBusy(Seen seen) {
        return seen instanceof Seen.Failed(DeviceFault fault) && fault == DeviceFault.BUSY;
    }

    private static void film(
            Camera camera, LivePicture picture, CancelSignal cancel, Consumer<Seen> told) {
        while (!cancel.isCancelled()) {
            long began = System.nanoTime();
            switch (camera.next(FRAME_WAIT, cancel)) {
                case CameraFrame.Captured(CameraImage image) -> {
                    try (image) {
                        picture.paint(image);
                        told.accept(new Seen.Frame(image.width(), image.height()));
                    }
                    cancel.await(FRAME_PERIOD.minusNanos(System.nanoTime() - began));
                }
                case CameraFrame.Failed failed -> {
                    if (failed.fault() != DeviceFault.CANCELLED) {
                        told.accept(new Seen.Failed(failed.fault()));
                    }
                    cancel.await(PAUSE_AFTER_FAULT);
                }
            }
        }
    }

    private Seen finger(LivePicture picture, CancelSignal cancel) {
        return switch (kit.fingerScanner().capture(new CaptureRequest(PATIENCE), cancel)) {
            case FingerCapture.Captured(FingerImage image) -> {
                try (image) {
                    picture.paint(image);
                    yield new Seen.Finger(image.width(), image.height(), image.dpi());
                }
            }
            case FingerCapture.Failed failed -> new Seen.Failed(failed.fault());
        };
    }

    private Seen document(CancelSignal cancel) {
        return switch (kit.documentReader().read(PATIENCE, cancel)) {
            case DocumentReading.Read(var lines, DocumentContent.Mrz _) ->
                    new Seen.Document(lines.size(), Seen.Zone.VALID);
            case DocumentReading.Read(var lines, DocumentContent.Code _) ->
                    new Seen.Document(lines.size(), Seen.Zone.NONE);
            case DocumentReading.Doubtful doubtful ->
                    new Seen.Document(doubtful.lines().size(), Seen.Zone.WRONG);
            case DocumentReading.Failed failed -> new Seen.Failed(failed.fault());
        };
    }

    /** Without a reader of printed lines nothing opens a chip here. */
    private Seen chip(LivePicture picture, CancelSignal cancel, Consumer<Seen> told) {
        Seen attached = attached(DeviceClass.CHIP_READER);
        return attached instanceof Seen.Attached
                        && kit.documentReader().presence() instanceof Presence.Attached
                ? new ChipTrial(kit.documentReader(), kit.chipReader(), PATIENCE)
                        .run(picture, cancel, told)
                : attached;
    }

    private Seen slip(CancelSignal cancel) {
        return switch (prints.slip(kit.receiptPrinter(), cancel)) {
            case PrintResult.Printed() -> new Seen.Printed();
            case PrintResult.Failed failed -> new Seen.Failed(failed.fault());
        };
    }

    private Seen page(CancelSignal cancel) {
        return switch (prints.page(kit.pagePrinter(), cancel)) {
            case PageResult.Printed _ -> new Seen.Printed();
            case PageResult.Failed failed -> new Seen.Failed(failed.fault());
        };
    }

    private Seen attached(DeviceClass device) {
        return switch (kit.device(device).presence()) {
            case Presence.Attached() -> new Seen.Attached();
            case Presence.Absent absent -> new Seen.Failed(absent.fault());
        };
    }
}
