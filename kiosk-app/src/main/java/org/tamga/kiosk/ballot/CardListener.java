package org.tamga.kiosk.ballot;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.kiosk.shell.UiThreads;

/** Waits at the reader for cards, as long as the booth serves voters. Used on the UI thread. */
final class CardListener {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(2);

    private final DocumentReader reader;
    private final UiThreads threads;
    private final Consumer<String> presented;
    private @Nullable CancelSignal waiting;

    /**
     * @param presented called on the UI thread with a card's text
     */
    CardListener(DocumentReader reader, UiThreads threads, Consumer<String> presented) {
        this.reader = reader;
        this.threads = threads;
        this.presented = presented;
    }

    void start() {
        if (waiting == null) {
            listen(new CancelSignal());
        }
    }

    void stop() {
        if (waiting != null) {
            waiting.cancel();
        }
        waiting = null;
    }

    private void listen(CancelSignal signal) {
        waiting = signal;
        threads.run(() -> read(signal), reading -> heard(signal, reading));
    }

    private DocumentReading read(CancelSignal signal) {
        var reading = reader.read(WAIT, signal);
        if (reading instanceof DocumentReading.Failed(DeviceFault fault, String _)
                && fault != DeviceFault.TIMEOUT) {
            signal.await(AFTER_FAULT);
        }
        return reading;
    }

    private void heard(CancelSignal signal, DocumentReading reading) {
        if (signal.isCancelled()) {
            return;
        }
        if (reading instanceof DocumentReading.Read read && !read.lines().isEmpty()) {
            presented.accept(String.join("", read.lines()).strip());
        }
        listen(signal);
    }
}
