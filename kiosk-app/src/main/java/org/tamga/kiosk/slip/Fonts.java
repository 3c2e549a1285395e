package org.tamga.kiosk.slip;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The product's typeface, DejaVu Sans: it has every letter of Kyrgyz and Kazakh Cyrillic, and comes
 * with the program, so that a slip looks the same on every machine.
 */
public enum Fonts {
    REGULAR("DejaVuSansCondensed.ttf"),
    BOLD("DejaVuSansCondensed-Bold.ttf");

    private final String file;

    Fonts(String file) {
        this.file = file;
    }

    /** The TrueType file; the caller closes it. */
    public InputStream open() {
        var path = "/net/sf/jasperreports/fonts/dejavu/" + file;
        var stream = Fonts.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("font missing from the program: " + path);
        }
        return stream;
    }

    /** The typeface for Java2D at {@code points}. */
    Font awt(float points) {
        try (var stream = open()) {
            return Font.createFont(Font.TRUETYPE_FONT, stream).deriveFont(points);
        } catch (FontFormatException e) {
            throw new IllegalStateException("font damaged: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
