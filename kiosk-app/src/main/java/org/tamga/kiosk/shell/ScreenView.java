package org.tamga.kiosk.shell;

import javafx.scene.Parent;

/**
 * One screen as the shell sees it. Built once, on the UI thread, and kept for the window's life.
 */
public interface ScreenView {

    Parent root();

    /** Called each time the screen comes to the front. */
    default void shown() {}

    /** Called when another screen takes its place; whatever waits for a device stops here. */
    default void hidden() {}
}
