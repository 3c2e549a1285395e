package org.tamga.kiosk.protocol;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a PDF's pages for the screen, from the very bytes that are signed. */
final class PdfPreview {
    private static final float DPI = 110;

    private PdfPreview() {}

    static List<Image> pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            var pages = new ArrayList<Image>();
            for (var i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(image(renderer.renderImageWithDPI(i, DPI, ImageType.RGB)));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Image image(BufferedImage page) {
        var width = page.getWidth();
        var height = page.getHeight();
        var pixels = page.getRGB(0, 0, width, height, null, 0, width);
        var image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
