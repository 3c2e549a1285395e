package org.tamga.kiosk.shell;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The one window of a terminal. */
public interface TerminalWindow extends AutoCloseable {

    /** Where a window opens that stands beside another one. */
    enum Corner {
        TOP_LEFT,
        /** Of the last screen, where there are several. */
        BOTTOM_RIGHT
    }

    /** Long enough for the first pictures to be drawn. */
    Duration GLIMPSE = Duration.seconds(1);

    Parent view();

    /** Names the window among others, in the language of its screens. */
    ObservableValue<String> title();

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
     * @param corner where it opens; absent where the desktop puts it
     * @param window made on the UI thread
     */
    static void show(boolean fullScreen, Optional<Corner> corner, Supplier<TerminalWindow> window) {
        run(
                closed -> {
                    Stage stage = open(fullScreen, window, closed);
                    corner.ifPresent(where -> place(stage, where));
                });
    }

    /** Like {@link #show}, for a moment only: what starting takes was then done once. */
    static void glimpse(Supplier<TerminalWindow> window) {
        run(
                closed -> {
                    Stage stage = open(false, window, closed);
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

    // The desktop frames the window a moment after it is shown, which makes it higher.
    private static void place(Stage stage, Corner corner) {
        move(stage, corner);
        stage.heightProperty()
                .addListener(
                        new InvalidationListener() {
                            @Override
                            public void invalidated(Observable height) {
                                height.removeListener(this);
                                Platform.runLater(() -> move(stage, corner));
                            }
                        });
    }

    // A window that is larger than the screen keeps its upper left corner in sight.
    private static void move(Stage stage, Corner corner) {
        Rectangle2D room =
                switch (corner) {
                    case TOP_LEFT -> Screen.getPrimary().getVisualBounds();
                    case BOTTOM_RIGHT -> Screen.getScreens().getLast().getVisualBounds();
                };
        boolean left = corner == Corner.TOP_LEFT;
        stage.setX(
                left
                        ? room.getMinX()
                        : Math.max(room.getMinX(), room.getMaxX() - stage.getWidth()));
        stage.setY(
                left
                        ? room.getMinY()
                        : Math.max(room.getMinY(), room.getMaxY() - stage.getHeight()));
    }

    private static Stage open(boolean fullScreen, Supplier<TerminalWindow> made, Runnable closed) {
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
        stage.titleProperty().bind(window.title());
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
