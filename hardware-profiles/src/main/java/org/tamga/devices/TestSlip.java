package org.tamga.devices;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import org.tamga.devices.ports.MonoRaster;

/** What a receipt printer prints to be tested: a frame, a ruler, letters that plain ones lack. */
final class TestSlip {
    private static final int ROWS = 240;

    private TestSlip() {}

    /**
     * @param dots of a line
     */
    static MonoRaster draw(int dots) {
        BufferedImage slip = new BufferedImage(dots, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = slip.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, dots, ROWS);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(3));
        graphics.drawRect(1, 1, dots - 3, ROWS - 3);
        for (int x = 0; x < dots; x += 8) {
            graphics.fillRect(x, 0, 1, x % 80 == 0 ? 24 : 12);
        }
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 34));
        graphics.drawString("TAMGA", 20, 80);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
        graphics.drawString("Ққ Ңң Өө Үү Ұұ Һһ Әә Іі Ғғ", 20, 140);
        graphics.drawString("0123456789 ABC xyz", 20, 190);
        graphics.dispose();
        return MonoRaster.of(slip);
    }
}
