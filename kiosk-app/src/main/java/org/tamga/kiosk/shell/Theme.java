package org.tamga.kiosk.shell;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javafx.application.Application;
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

    private static final Pattern EM = Pattern.compile("([0-9.]+)em");
    static final double REFERENCE_WIDTH = 1366;
    static final double REFERENCE_HEIGHT = 768;
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

    /** A scene with our stylesheets whose font size follows the window: 18 px at 1366×768. */
    public static Scene scene(Parent root, double width, double height) {
        Scene scene = new Scene(root, width, height);
        Runnable dress =
                () -> {
                    double font = fontSize(scene.getWidth(), scene.getHeight());
                    scene.getStylesheets().setAll(stylesheets(font));
                    root.setStyle(style(font));
                };
        dress.run();
        scene.widthProperty().addListener((o, before, now) -> dress.run());
        scene.heightProperty().addListener((o, before, now) -> dress.run());
        return scene;
    }

    /** Font size in px for a window of this size; never below 18. */
    public static double fontSize(double width, double height) {
        double scale = Math.min(width / REFERENCE_WIDTH, height / REFERENCE_HEIGHT);
        double size = Math.clamp(REFERENCE_FONT * scale, REFERENCE_FONT, 2 * REFERENCE_FONT);
        return Math.round(size * 10) / 10.0;
    }

    /** What {@link #scene} sets as the root's style. */
    public static String style(double fontSize) {
        return "-fx-font-size: " + fontSize + "px;";
    }

    /** Our stylesheets for a font size. */
    public static List<String> stylesheets(double fontSize) {
        URL stylesheet = Theme.class.getResource("tamga.css");
        if (stylesheet == null) {
            throw new IllegalStateException("Missing resource tamga.css");
        }
        return List.of(stylesheet.toExternalForm(), iconSizes(fontSize));
    }

    private static String iconSizes(double fontSize) {
        try (InputStream bytes = Theme.class.getResourceAsStream("icons.css")) {
            if (bytes == null) {
                throw new IllegalStateException("Missing resource icons.css");
            }
            String css = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            String sized =
                    EM.matcher(css)
                            .replaceAll(
                                    em ->
                                            Math.round(Double.parseDouble(em.group(1)) * fontSize)
                                                    + "px");
            return "data:text/css;base64,"
                    + Base64.getEncoder().encodeToString(sized.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
