package org.tamga.devices.simulator;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import org.tamga.devices.ports.MonoRaster;

/**
 * The paper under the print head: rows of dots from the last cut on. Bounded: more paper than a
 * roll is refused.
 */
final class SlipCanvas {
    /** About 2.5 m at 8 dots a millimetre. */
    static final int MOST_ROWS = 20_000;

    private static final int TEXT_ROWS = 24;

    private final int dots;
    private final int rowBytes;
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();

    SlipCanvas(int dots) {
        this.dots = dots;
        this.rowBytes = (dots + 7) / 8;
    }

    int rows() {
        return paper.size() / rowBytes;
    }

    boolean isEmpty() {
        return paper.size() == 0;
    }

    void clear() {
        paper.reset();
    }

    /** One row of packed dots; what is wider than the paper is lost, as on a real head. */
    void row(byte[] packed) {
        if (rows() < MOST_ROWS) {
            byte[] row = new byte[rowBytes];
            System.arraycopy(packed, 0, row, 0, Math.min(packed.length, rowBytes));
            paper.writeBytes(row);
        }
    }

    void feed(int count) {
        for (int i = 0; i < count; i++) {
            row(new byte[0]);
        }
    }

    /** A line of the printer's own font, ASCII only. */
    void text(String line) {
        BufferedImage strip =
                new BufferedImage(rowBytes * 8, TEXT_ROWS, BufferedImage.TYPE_BYTE_BINARY);
        var graphics = strip.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 20));
        graphics.drawString(line, 0, TEXT_ROWS - 6);
        graphics.dispose();
        byte[] packed = ((DataBufferByte) strip.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < TEXT_ROWS; y++) {
            row(java.util.Arrays.copyOfRange(packed, y * rowBytes, (y + 1) * rowBytes));
        }
    }

    /** The paper from the last cut to here; at least one row must be there. */
    MonoRaster slip() {
        return new MonoRaster(dots, rows(), paper.toByteArray());
    }
}
