package org.tamga.kiosk.devices;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.kiosk.shell.UiThreads;

/**
 * The one device that is being tried. Stopping cancels it and wipes its picture; whatever it still
 * answers afterwards is dropped. Used on the UI thread.
 */
public final class PreviewViewModel {

    /** A finger or a portrait stays so long on the screen; what was seen stays in words. */
    static final Duration PICTURE_STAYS = Duration.ofSeconds(30);

    private final Duration pictureStays;
    private final DeviceDesk desk;
    private final Trials trials;
    private final UiThreads threads;
    private final ReadOnlyObjectWrapper<Optional<Seen>> seen =
            new ReadOnlyObjectWrapper<>(this, "seen", Optional.empty());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
    private final ReadOnlyLongWrapper pictures = new ReadOnlyLongWrapper(this, "pictures");
    private Trial trial = new Trial();

    /** A use of a device with its own signal and its own picture. */
    private static final class Trial {
        final CancelSignal cancel = new CancelSignal();
        final LivePicture picture = new LivePicture();

        /** A frame waits for the UI thread; more of them would only pile up. */
        final AtomicBoolean frameWaits = new AtomicBoolean();

        void end() {
            cancel.cancel();
            picture.close();
        }
    }

    PreviewViewModel(DeviceDesk desk, Trials trials, UiThreads threads, Duration pictureStays) {
        this.pictureStays = pictureStays;
        this.desk = desk;
        this.trials = trials;
        this.threads = threads;
    }

    /** What the device showed last; empty while it is waited for. */
    public ReadOnlyObjectProperty<Optional<Seen>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** True while the device is in use. */
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Changes with each picture, and when the picture is wiped. */
    public ReadOnlyLongProperty picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    /** The picture of now; empty after {@link #stop}. */
    public LivePicture picture() {
        return trial.picture;
    }

    /** Tries a device anew. */
    void begin(DeviceClass device) {
        stop();
        Trial mine = new Trial();
        trial = mine;
        working.set(true);
        threads.run(
                () -> {
                    trials.run(device, mine.picture, mine.cancel, now -> told(mine, device, now));
                    return mine;
                },
                () -> {
                    if (mine == trial) {
                        working.set(false);
                    }
                },
                done -> {});
    }

    /** Lets the device go and wipes what it showed. */
    void stop() {
        trial.end();
        working.set(false);
        seen.set(Optional.empty());
        pictures.set(pictures.get() + 1);
    }

    private void told(Trial mine, DeviceClass device, Seen now) {
        if (mine.cancel.isCancelled()) {
            return;
        }
        note(device, now);
        boolean frame = now instanceof Seen.Frame;
        if (frame && !mine.frameWaits.compareAndSet(false, true)) {
            return;
        }
        threads.ui()
                .execute(
                        () -> {
                            if (frame) {
                                mine.frameWaits.set(false);
                            }
                            if (mine == trial) {
                                seen.set(Optional.of(now));
                                pictures.set(pictures.get() + 1);
                                if (now instanceof Seen.Finger || now instanceof Seen.Chip) {
                                    wipeInTime(mine);
                                }
                            }
                        });
    }

    private void wipeInTime(Trial mine) {
        threads.run(
                () -> mine.cancel.await(pictureStays),
                ended -> {
                    mine.picture.close();
                    if (mine == trial) {
                        pictures.set(pictures.get() + 1);
                    }
                });
    }

    private void note(DeviceClass device, Seen now) {
        switch (now) {
            case Seen.Failed(DeviceFault fault) -> {
                if (isOfDevice(device, fault)) {
                    desk.failed(device, fault);
                }
            }
            case Seen.Frame _, Seen.Finger _, Seen.Document _, Seen.Chip _, Seen.Printed _ ->
                    desk.worked(device);
            case Seen.LinesRead _, Seen.Power _, Seen.Attached _ -> {}
        }
    }

    /** Nobody came, somebody else has it, a finger was lifted: no error of the device. */
    private static boolean isOfDevice(DeviceClass device, DeviceFault fault) {
        return switch (fault) {
            case TIMEOUT -> device == DeviceClass.PAGE_PRINTER;
            case CANCELLED, BUSY -> false;
            default -> device != DeviceClass.FINGER_SCANNER || !fault.isOfTouch();
        };
    }
}
