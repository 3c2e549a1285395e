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

    /** {@link #run(Supplier, Runnable, Consumer)} for work that leaves no mark on the screen. */
    public <T> void run(Supplier<T> work, Consumer<T> shown) {
        run(work, () -> {}, shown);
    }

    /**
     * Runs {@code work} in the background, then {@code finished} and {@code shown} with its result
     * on the UI thread. An unexpected exception is not swallowed: it goes to the UI thread's
     * handler, which shows its code; {@code finished} runs all the same, so that no screen stays
     * busy for ever.
     */
    public <T> void run(Supplier<T> work, Runnable finished, Consumer<T> shown) {
        background.execute(
                () -> {
                    T result;
                    try {
                        result = work.get();
                    } catch (RuntimeException e) {
                        ui.execute(
                                () -> {
                                    finished.run();
                                    throw e;
                                });
                        return;
                    }
                    ui.execute(
                            () -> {
                                finished.run();
                                shown.accept(result);
                            });
                });
    }
}
