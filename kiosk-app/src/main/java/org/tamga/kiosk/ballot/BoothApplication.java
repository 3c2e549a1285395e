package org.tamga.kiosk.ballot;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.tamga.kiosk.shell.Theme;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.LockedTerminal;

/** Starts JavaFX, shows the booth's window and waits until it is closed. */
public final class BoothApplication {
    private static final Logger LOG = Logger.getLogger(BoothApplication.class.getName());
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;

    private BoothApplication() {}

    /** Blocks until the window is closed. */
    public static void show(
            LockedTerminal terminal,
            BoothKit kit,
            Supplier<List<Path>> drives,
            Optional<Supplier<Optional<String>>> demoCards,
            boolean fullScreen,
            InstantSource clock) {
        var closed = new CountDownLatch(1);
        Platform.startup(
                () -> {
                    Theme.install();
                    var window =
                            new BoothWindow(
                                    terminal, kit, drives, demoCards, UiThreads.javafx(), clock);
                    Thread.currentThread()
                            .setUncaughtExceptionHandler(
                                    (thread, failure) -> {
                                        LOG.log(Level.SEVERE, "unexpected failure", failure);
                                        window.report(failure);
                                    });
                    var stage = new Stage();
                    stage.setTitle("Tamga " + terminal.config().terminalId());
                    stage.setScene(Theme.scene(window.view(), WIDTH, HEIGHT));
                    stage.setFullScreenExitHint("");
                    stage.setFullScreen(fullScreen);
                    stage.setOnHidden(
                            e -> {
                                window.close();
                                closed.countDown();
                            });
                    stage.show();
                });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }
}
