package org.tamga.kiosk.station;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.tamga.devices.DeviceKit;
import org.tamga.kiosk.identify.SimulatedVoters;
import org.tamga.kiosk.shell.Theme;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.station.store.StoreException;

/** Starts JavaFX, shows the operator terminal's window and waits until it is closed. */
public final class StationApplication {

    private static final Logger LOG = Logger.getLogger(StationApplication.class.getName());
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;

    private StationApplication() {}

    /** Whether a window can be shown: JavaFX on Linux needs an X server unless told otherwise. */
    public static boolean hasDisplay() {
        return System.getProperty("glass.platform") != null
                || System.getenv("DISPLAY") != null
                || !System.getProperty("os.name", "").startsWith("Linux");
    }

    /** Blocks until the window is closed. */
    public static void show(
            LockedTerminal terminal,
            DeviceKit kit,
            Optional<SimulatedVoters> simulatedVoters,
            boolean fullScreen,
            InstantSource clock) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(
                () -> {
                    Theme.install();
                    StationWindow window =
                            new StationWindow(
                                    terminal,
                                    kit,
                                    simulatedVoters,
                                    UiThreads.javafx(),
                                    clock,
                                    EveningScreens::add);
                    Thread.currentThread()
                            .setUncaughtExceptionHandler(
                                    (thread, failure) -> report(window, failure));
                    Stage stage = new Stage();
                    Scene scene = Theme.scene(window.view(), WIDTH, HEIGHT);
                    stage.setTitle("Tamga " + terminal.config().terminalId());
                    stage.setScene(scene);
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

    /** Logged once, shown once with its code; the window lives on. */
    private static void report(StationWindow window, Throwable failure) {
        LOG.log(Level.SEVERE, "unexpected failure", failure);
        window.shell()
                .report(
                        failure instanceof StoreException store
                                ? Optional.of(store.code())
                                : Optional.empty());
    }
}
