package org.tamga.kiosk.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Where work runs and where its result is shown. Workflows block on devices and disks and therefore
 * never run on the UI thread.
 *
 * @param background one virtual thread per task
 * @param ui the JavaFX application thread
 */
public record UiThreads(Executor background, Executor ui) {

    /** For a window. */
    public static UiThreads javafx() {
        return new UiThreads(Thread::startVirtualThread, Platform::runLater);
    }

    /** For ViewModel tests: everything at once on the calling thread. */
    public static UiThreads direct() {
        return new UiThreads(Runnable::run, Runnable::run);
    }

    /**
     * Runs {@code work} in the background, then {@code shown} with its result on the UI thread. An
     * unexpected exception is not swallowed: it goes to the UI thread's handler, which shows its
     * code.
     */
    public <T> void run(Supplier<T> work, Consumer<T> shown) {
        background.execute(
                () -> {
                    T result;
                    try {
                        result = work.get();
                    } catch (RuntimeException e) {
                        ui.execute(
                                () -> {
                                    throw e;
                                });
                        return;
                    }
                    ui.execute(() -> shown.accept(result));
                });
    }
}
