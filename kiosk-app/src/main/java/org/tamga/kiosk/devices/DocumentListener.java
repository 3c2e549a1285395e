package org.tamga.kiosk.devices;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.kiosk.shell.UiThreads;

/**
 * Waits at a document reader, one reading after the other, for as long as it is asked to. Used on
 * the UI thread.
 */
public final class DocumentListener {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(2);

    private final Supplier<DocumentReader> reader;
    private final UiThreads threads;
    private final Consumer<DocumentReading> heard;
    private @Nullable CancelSignal waiting;

    /**
     * @param heard called on the UI thread with what was read, or why not
     */
    public DocumentListener(
            Supplier<DocumentReader> reader, UiThreads threads, Consumer<DocumentReading> heard) {
        this.reader = reader;
        this.threads = threads;
        this.heard = heard;
    }

    public void start() {
        if (waiting == null) {
            listen(new CancelSignal());
        }
    }

    public void stop() {
        if (waiting != null) {
            waiting.cancel();
        }
        waiting = null;
    }

    private void listen(CancelSignal signal) {
        waiting = signal;
        threads.run(() -> read(signal), reading -> deliver(signal, reading));
    }

    private DocumentReading read(CancelSignal signal) {
        DocumentReading reading = reader.get().read(WAIT, signal);
        if (reading instanceof DocumentReading.Failed(DeviceFault fault, _)
                && fault != DeviceFault.TIMEOUT
                && fault != DeviceFault.UNREADABLE_DOCUMENT) {
            signal.await(AFTER_FAULT);
        }
        return reading;
    }

    private void deliver(CancelSignal signal, DocumentReading reading) {
        if (signal.isCancelled()) {
            return;
        }
        heard.accept(reading);
        boolean none =
                reading instanceof DocumentReading.Failed(DeviceFault fault, _)
                        && fault == DeviceFault.NOT_IN_KIT;
        if (!none && !signal.isCancelled()) {
            listen(signal);
        }
    }
}
