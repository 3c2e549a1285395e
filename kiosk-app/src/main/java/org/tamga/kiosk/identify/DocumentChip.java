package org.tamga.kiosk.identify;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.kiosk.shell.UiThreads;

/**
 * The chip of the document at hand: read in the background, shown when it is there, wiped when the
 * person leaves. Nothing waits for it. Used on the UI thread.
 */
public final class DocumentChip {

    private final ChipDesk desk;
    private final UiThreads threads;
    private final ReadOnlyObjectWrapper<Optional<ShownChip>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private CancelSignal reading = new CancelSignal();

    DocumentChip(ChipDesk desk, UiThreads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    /** Empty when no document is at hand, or the kit has no chip reader. */
    public ReadOnlyObjectProperty<Optional<ShownChip>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Reads the chip of a document in the place of the one before. */
    void read(DocumentContent.Mrz printed) {
        clear();
        if (!desk.isPossible()) {
            return;
        }
        CancelSignal signal = new CancelSignal();
        reading = signal;
        shown.set(Optional.of(ShownChip.reading()));
        threads.run(
                () -> desk.read(printed, signal),
                () -> {
                    if (!signal.isCancelled()) {
                        shown.set(Optional.empty());
                    }
                },
                seen -> show(signal, seen));
    }

    private void show(CancelSignal signal, ChipSeen seen) {
        if (signal.isCancelled()) {
            seen.close();
        } else {
            shown.set(Optional.of(ShownChip.of(seen)));
        }
    }

    /** Lets the reader go; what was read stays on the screen. */
    void stopReading() {
        if (shown.get().filter(chip -> chip.look() == ShownChip.Look.READING).isPresent()) {
            clear();
        }
    }

    /** Takes the chip off the screen and wipes its portrait; a reading that runs is cancelled. */
    void clear() {
        reading.cancel();
        Optional<Picture> portrait = shown.get().flatMap(ShownChip::portrait);
        shown.set(Optional.empty());
        portrait.ifPresent(Picture::close);
    }
}
