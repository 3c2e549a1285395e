package org.tamga.kiosk.protocol;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.tamga.kiosk.slip.Fonts;

/**
 * Sets text and tables on A4 pages from top to bottom; a row that does not fit begins the next
 * page.
 */
final class PdfPages implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float MARGIN = 48;
    static final float INNER = WIDTH - 2 * MARGIN;

    private static final Color INK = new Color(0x1A, 0x1A, 0x1A);
    private static final Color LINE = new Color(0xA8, 0xB0, 0xB4);
    private static final Color HEAD = new Color(0xE8, 0xEE, 0xEF);
    private static final float LEADING = 1.3f;
    private static final float PADDING = 4;
    private static final float FOOT = 40;

    private final PDDocument document;
    private final PDFont regular;
    private final PDFont bold;
    private PDPageContentStream canvas;
    private float y;

    PdfPages(PDDocument document) throws IOException {
        this.document = document;
        try (var regularFile = Fonts.REGULAR.open();
                var boldFile = Fonts.BOLD.open()) {
            this.regular = PDType0Font.load(document, regularFile);
            this.bold = PDType0Font.load(document, boldFile);
        }
        this.canvas = newPage();
    }

    /** A cell of a table. */
    record Cell(String text, boolean strong, boolean right) {
        static Cell of(String text) {
            return new Cell(text, false, false);
        }

        static Cell strong(String text) {
            return new Cell(text, true, false);
        }

        static Cell number(long value) {
            return new Cell(Long.toString(value), true, true);
        }
    }

    void paragraph(String text, float size, boolean strong) throws IOException {
        for (var line : wrap(text, size, font(strong), INNER)) {
            need(size * LEADING);
            text(MARGIN, y - size, size, font(strong), INK, line);
            y -= size * LEADING;
        }
    }

    void centred(String text, float size, boolean strong) throws IOException {
        for (var line : wrap(text, size, font(strong), INNER)) {
            need(size * LEADING);
            text(
                    (WIDTH - measure(line, size, font(strong))) / 2,
                    y - size,
                    size,
                    font(strong),
                    INK,
                    line);
            y -= size * LEADING;
        }
    }

    /** White on black across the page. */
    void banner(String text) throws IOException {
        var size = 10f;
        var lines = wrap(text, size, bold, INNER - 12);
        var height = lines.size() * size * LEADING + 8;
        need(height);
        fill(MARGIN, y - height, INNER, height, INK);
        var baseline = y - 4 - size;
        for (var line : lines) {
            text((WIDTH - measure(line, size, bold)) / 2, baseline, size, bold, Color.WHITE, line);
            baseline -= size * LEADING;
        }
        y -= height + 8;
    }

    void gap(float points) {
        y -= points;
    }

    /** Begins a new page unless so many points are left, so that what belongs together stays so. */
    void keep(float points) throws IOException {
        need(points);
    }

    /**
     * @param widths of the columns, points, adding up to {@link #INNER}
     */
    void row(List<Cell> cells, float[] widths, float size, boolean header) throws IOException {
        var wrapped = new ArrayList<List<String>>();
        var lines = 1;
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var cellLines = new ArrayList<String>();
            for (var part : cell.text().split("\n")) {
                cellLines.addAll(wrap(part, size, font(cell.strong()), widths[i] - 2 * PADDING));
            }
            wrapped.add(cellLines);
            lines = Math.max(lines, cellLines.size());
        }
        var height = lines * size * LEADING + 2 * PADDING;
        need(height);
        if (header) {
            fill(MARGIN, y - height, INNER, height, HEAD);
        }
        var x = MARGIN;
        for (var i = 0; i < cells.size(); i++) {
            var font = font(cells.get(i).strong());
            var baseline = y - PADDING - size;
            for (var line : wrapped.get(i)) {
                var left =
                        cells.get(i).right()
                                ? x + widths[i] - PADDING - measure(line, size, font)
                                : x + PADDING;
                text(left, baseline, size, font, INK, line);
                baseline -= size * LEADING;
            }
            x += widths[i];
        }
        y -= height;
        fill(MARGIN, y, INNER, 0.5f, LINE);
    }

    /** A QR code at the left, text lines beside it. */
    void qr(String content, float side, List<String> beside, float size) throws IOException {
        need(side + 6);
        var modules = encode(content);
        var module = side / modules.getWidth();
        for (var row = 0; row < modules.getHeight(); row++) {
            for (var column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row)) {
                    fill(
                            MARGIN + column * module,
                            y - (row + 1) * module,
                            module,
                            module,
                            Color.BLACK);
                }
            }
        }
        var baseline = y - size;
        for (var paragraph : beside) {
            for (var line : wrap(paragraph, size, regular, INNER - side - 12)) {
                text(MARGIN + side + 12, baseline, size, regular, INK, line);
                baseline -= size * LEADING;
            }
            baseline -= 2;
        }
        y = Math.min(y - side, baseline) - 6;
    }

    /** Ends the last page and writes {@code foot} and the page number under each. */
    void finish(String foot) throws IOException {
        canvas.close();
        var pages = document.getNumberOfPages();
        for (var i = 0; i < pages; i++) {
            canvas =
                    new PDPageContentStream(
                            document,
                            document.getPage(i),
                            PDPageContentStream.AppendMode.APPEND,
                            true,
                            true);
            var number = (i + 1) + " / " + pages;
            fill(MARGIN, FOOT - 6, INNER, 0.5f, LINE);
            text(MARGIN, FOOT - 18, 7, regular, INK, foot);
            text(WIDTH - MARGIN - measure(number, 7, regular), FOOT - 18, 7, regular, INK, number);
            canvas.close();
        }
    }

    @Override
    public void close() throws IOException {
        canvas.close();
    }

    private PDPageContentStream newPage() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = HEIGHT - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private void need(float height) throws IOException {
        if (y - height < FOOT + 4) {
            canvas.close();
            canvas = newPage();
        }
    }

    private PDFont font(boolean strong) {
        return strong ? bold : regular;
    }

    private void text(float x, float baseline, float size, PDFont font, Color colour, String text)
            throws IOException {
        canvas.setNonStrokingColor(colour);
        canvas.beginText();
        canvas.setFont(font, size);
        canvas.newLineAtOffset(x, baseline);
        canvas.showText(text);
        canvas.endText();
    }

    private void fill(float x, float bottom, float width, float height, Color colour)
            throws IOException {
        canvas.setNonStrokingColor(colour);
        canvas.addRect(x, bottom, width, height);
        canvas.fill();
    }

    private static List<String> wrap(String text, float size, PDFont font, float limit)
            throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (measure(longer, size, font) <= limit) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (measure(line, size, font) > limit && line.length() > 1) {
                var fitting = line.length() - 1;
                while (fitting > 1 && measure(line.substring(0, fitting), size, font) > limit) {
                    fitting--;
                }
                lines.add(line.substring(0, fitting));
                line = line.substring(fitting);
            }
        }
        lines.add(line);
        return lines;
    }

    private static float measure(String text, float size, PDFont font) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private static BitMatrix encode(String content) {
        try {
            return new QRCodeWriter()
                    .encode(content, BarcodeFormat.QR_CODE, 1, 1, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("content does not fit a QR code", e);
        }
    }
}
