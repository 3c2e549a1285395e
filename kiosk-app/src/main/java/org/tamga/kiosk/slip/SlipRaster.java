package org.tamga.kiosk.slip;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws a slip as the one-bit raster that a thermal printer takes, at 203 dots per inch. */
public final class SlipRaster {
    private static final float DOTS_PER_POINT = 203f / 72;

    private SlipRaster() {}

    /**
     * @param dotsPerLine the printer's width: 384 for 58 mm paper, 576 for 80 mm
     * @return {@code TYPE_BYTE_BINARY}, black on white, {@code dotsPerLine} wide
     */
    public static BufferedImage draw(Slip slip, int dotsPerLine) {
        var layout = SlipLayout.of(slip, dotsPerLine / DOTS_PER_POINT);
        var height = Math.round(layout.height() * DOTS_PER_POINT);
        var image = new BufferedImage(dotsPerLine, height, BufferedImage.TYPE_BYTE_BINARY);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, dotsPerLine, height);
        canvas.scale(DOTS_PER_POINT, DOTS_PER_POINT);
        var regular = Fonts.REGULAR.awt(1);
        var bold = Fonts.BOLD.awt(1);
        for (var mark : layout.marks()) {
            paint(canvas, mark, regular, bold);
        }
        canvas.dispose();
        return image;
    }

    private static void paint(Graphics2D canvas, SlipLayout.Mark mark, Font regular, Font bold) {
        switch (mark) {
            case SlipLayout.TextMark text -> {
                canvas.setColor(text.inverse() ? Color.WHITE : Color.BLACK);
                var font = text.font() == Fonts.BOLD ? bold : regular;
                canvas.setFont(font.deriveFont(text.size()));
                canvas.drawString(text.text(), text.x(), text.baseline());
            }
            case SlipLayout.BoxMark box -> {
                canvas.setColor(Color.BLACK);
                canvas.fill(new Rectangle2D.Float(box.x(), box.y(), box.width(), box.height()));
            }
            case SlipLayout.QrMark qr -> paintQr(canvas, qr);
        }
    }

    // Modules are drawn on whole printer dots: a fractional module would smear and not scan.
    private static void paintQr(Graphics2D canvas, SlipLayout.QrMark qr) {
        var dots = (Graphics2D) canvas.create();
        dots.setTransform(new java.awt.geom.AffineTransform());
        dots.setColor(Color.BLACK);
        var modules = qr.modules();
        var module = (int) (qr.size() * DOTS_PER_POINT / modules.getWidth());
        var left =
                Math.round((qr.x() + qr.size() / 2) * DOTS_PER_POINT)
                        - module * modules.getWidth() / 2;
        var top = Math.round(qr.y() * DOTS_PER_POINT);
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    dots.fillRect(left + x * module, top + y * module, module, module);
                }
            }
        }
        dots.dispose();
    }
}
