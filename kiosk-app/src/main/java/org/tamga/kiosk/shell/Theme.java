package org.tamga.kiosk.shell;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.tamga.kiosk.slip.Fonts;

/**
 * The one visual identity: AtlantaFX Primer as a base, our stylesheet over it, and the product's
 * typeface (which holds every Kyrgyz and Kazakh letter) loaded from the class path so that no
 * machine's fonts matter.
 */
public final class Theme {

    private static final double REFERENCE_WIDTH = 1366;
    private static final double REFERENCE_HEIGHT = 768;
    private static final double REFERENCE_FONT = 18;

    private Theme() {}

    /** Loads fonts and the base theme; once per process, on the UI thread. */
    public static void install() {
        for (Fonts font : Fonts.values()) {
            try (InputStream bytes = font.open()) {
                if (Font.loadFont(bytes, REFERENCE_FONT) == null) {
                    throw new IllegalStateException("Font " + font + " cannot be loaded");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    /** A scene with our stylesheet whose font size follows the window: 18 px at 1366×768. */
    public static Scene scene(Parent root, double width, double height) {
        Scene scene = new Scene(root, width, height);
        URL stylesheet = Theme.class.getResource("tamga.css");
        if (stylesheet == null) {
            throw new IllegalStateException("Missing resource tamga.css");
        }
        scene.getStylesheets().add(stylesheet.toExternalForm());
        root.styleProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> style(scene.getWidth(), scene.getHeight()),
                                scene.widthProperty(),
                                scene.heightProperty()));
        return scene;
    }

    private static String style(double width, double height) {
        double scale = Math.min(width / REFERENCE_WIDTH, height / REFERENCE_HEIGHT);
        double size = Math.clamp(REFERENCE_FONT * scale, REFERENCE_FONT, 2 * REFERENCE_FONT);
        return "-fx-font-size: " + Math.round(size * 10) / 10.0 + "px;";
    }
}
