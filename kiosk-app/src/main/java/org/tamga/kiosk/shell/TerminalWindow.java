package org.tamga.kiosk.shell;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The one window of a terminal. */
public interface TerminalWindow extends AutoCloseable {

    /** Long enough for the first pictures to be drawn. */
    Duration GLIMPSE = Duration.seconds(1);

    Parent view();

    /** Shows an unexpected failure with its code; the window lives on. */
    void report(Throwable failure);

    @Override
    void close();

    /** Whether a window can be shown: JavaFX on Linux needs an X server unless told otherwise. */
    static boolean hasDisplay() {
        return System.getProperty("glass.platform") != null
                || System.getenv("DISPLAY") != null
                || !System.getProperty("os.name", "").startsWith("Linux");
    }

    /**
     * Starts JavaFX, shows the window and blocks until it is closed.
     *
     * @param title of the window
     * @param window made on the UI thread
     */
    static void show(String title, boolean fullScreen, Supplier<TerminalWindow> window) {
        run(closed -> open(title, fullScreen, window, closed));
    }

    /** Like {@link #show}, for a moment only: what starting takes was then done once. */
    static void glimpse(String title, Supplier<TerminalWindow> window) {
        run(
                closed -> {
                    Stage stage = open(title, false, window, closed);
                    PauseTransition moment = new PauseTransition(GLIMPSE);
                    moment.setOnFinished(e -> stage.close());
                    moment.play();
                });
    }

    private static void run(Consumer<Runnable> opening) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> opening.accept(closed::countDown));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private static Stage open(
            String title, boolean fullScreen, Supplier<TerminalWindow> made, Runnable closed) {
        Theme.install();
        TerminalWindow window = made.get();
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, failure) -> {
                            Logger.getLogger(TerminalWindow.class.getName())
                                    .log(Level.SEVERE, "unexpected failure", failure);
                            window.report(failure);
                        });
        Stage stage = new Stage();
        stage.setTitle(title);
        stage.setScene(Theme.scene(window.view(), Theme.REFERENCE_WIDTH, Theme.REFERENCE_HEIGHT));
        stage.setFullScreenExitHint("");
        stage.setFullScreen(fullScreen);
        stage.setOnHidden(
                e -> {
                    window.close();
                    closed.run();
                });
        stage.show();
        return stage;
    }
}
