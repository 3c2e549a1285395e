package org.tamga.kiosk.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PageResult;
import org.tamga.kiosk.slip.Fonts;
import org.tamga.station.store.DocumentStore;

/**
 * Prints the sealed protocol for observers: each copy bears its number on every page. Numbers go on
 * after a restart; a number is used up before its copy is printed, so that none is given twice.
 */
public final class ProtocolCopies {
    private static final String LAST = "protocol/v1/last-copy";
    private static final float SIZE = 9;
    private static final float MARGIN = 48;
    private static final float TOP = 30;

    private final DocumentStore documents;
    private final PagePrinter printer;

    public ProtocolCopies(DocumentStore documents, PagePrinter printer) {
        this.documents = documents;
        this.printer = printer;
    }

    /** The number of the last copy, 0 before the first. */
    public int last() {
        return documents
                .get(LAST)
                .map(bytes -> Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII)))
                .orElse(0);
    }

    /**
     * Prints so many more copies, one after another, until one fails.
     *
     * @param title of the print job
     * @param word what stands before the number, e.g. "Copy No."
     * @return the failure, if there was one
     */
    public Optional<PageResult.Failed> print(byte[] pdf, int copies, String title, String word) {
        for (var i = 0; i < copies; i++) {
            var number = last() + 1;
            documents.put(LAST, Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
            var copy = numbered(pdf, word + " " + number);
            var result = printer.print(title + "-" + number, copy, 1, new CancelSignal());
            if (result instanceof PageResult.Failed failed) {
                return Optional.of(failed);
            }
        }
        return Optional.empty();
    }

    // For paper alone: the electronic protocol with its signatures stays as it is.
    static byte[] numbered(byte[] pdf, String mark) {
        try (var document = Loader.loadPDF(pdf);
                var fontFile = Fonts.BOLD.open()) {
            var font = PDType0Font.load(document, fontFile);
            stamp(document, font, mark);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stamp(PDDocument document, PDType0Font font, String mark)
            throws IOException {
        var width = font.getStringWidth(mark) / 1000 * SIZE;
        for (var page : document.getPages()) {
            var box = page.getMediaBox();
            try (var canvas =
                    new PDPageContentStream(
                            document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                canvas.beginText();
                canvas.setFont(font, SIZE);
                canvas.newLineAtOffset(box.getWidth() - MARGIN - width, box.getHeight() - TOP);
                canvas.showText(mark);
                canvas.endText();
            }
        }
    }
}
