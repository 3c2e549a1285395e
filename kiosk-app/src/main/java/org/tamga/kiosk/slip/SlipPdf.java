package org.tamga.kiosk.slip;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Draws a slip as a PDF page of 80 mm paper or on A4, with real text. */
public final class SlipPdf {
    private static final float WIDTH = 72 / 25.4f * 72;
    private static final float MARGIN = 4 / 25.4f * 72;
    private static final float PAGE_MARGIN = 20 / 25.4f * 72;

    private SlipPdf() {}

    /** Returns the PDF's bytes; nothing is written to disk. */
    public static byte[] write(Slip slip) {
        var layout = SlipLayout.of(slip, WIDTH);
        return write(
                layout, new PDRectangle(WIDTH + 2 * MARGIN, layout.height() + 2 * MARGIN), MARGIN);
    }

    /** The slip in the upper left corner of an A4 page, for page printers. */
    public static byte[] writePage(Slip slip) {
        return write(SlipLayout.of(slip, WIDTH), PDRectangle.A4, PAGE_MARGIN);
    }

    private static byte[] write(SlipLayout layout, PDRectangle paper, float margin) {
        try (var document = new PDDocument();
                var regularFile = Fonts.REGULAR.open();
                var boldFile = Fonts.BOLD.open()) {
            var page = new PDPage(paper);
            document.addPage(page);
            var regular = PDType0Font.load(document, regularFile);
            var bold = PDType0Font.load(document, boldFile);
            try (var canvas = new PDPageContentStream(document, page)) {
                var painter =
                        new Painter(canvas, margin, paper.getHeight() - margin, regular, bold);
                for (var mark : layout.marks()) {
                    painter.paint(mark);
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PDF counts from the bottom left; {@code top} is where the slip's first line starts. */
    private record Painter(
            PDPageContentStream canvas, float left, float top, PDFont regular, PDFont bold) {

        void paint(SlipLayout.Mark mark) throws IOException {
            switch (mark) {
                case SlipLayout.TextMark text -> {
                    canvas.setNonStrokingColor(text.inverse() ? Color.WHITE : Color.BLACK);
                    canvas.beginText();
                    canvas.setFont(text.font() == Fonts.BOLD ? bold : regular, text.size());
                    canvas.newLineAtOffset(left + text.x(), top - text.baseline());
                    canvas.showText(text.text());
                    canvas.endText();
                }
                case SlipLayout.BoxMark box -> fill(box.x(), box.y(), box.width(), box.height());
                case SlipLayout.QrMark qr -> paintQr(qr);
            }
        }

        private void paintQr(SlipLayout.QrMark qr) throws IOException {
            var modules = qr.modules();
            var module = qr.size() / modules.getWidth();
            for (var y = 0; y < modules.getHeight(); y++) {
                for (var x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) {
                        fill(qr.x() + x * module, qr.y() + y * module, module, module);
                    }
                }
            }
        }

        private void fill(float x, float y, float width, float height) throws IOException {
            canvas.setNonStrokingColor(Color.BLACK);
            canvas.addRect(left + x, top - y - height, width, height);
            canvas.fill();
        }
    }
}
