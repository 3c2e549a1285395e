package org.tamga.devices.printer;

/**
 * How a receipt printer prints.
 *
 * @param dotsPerLine raster width of the head, 64 … 1,024
 * @param paperMm width of the roll, 58 or 80 mm
 * @param longestSlipRows 100 … 16,000
 * @param stripRows rows sent in one raster command, 8 … 1,024; small buffers need short strips
 * @param rowsPerSecond printing speed, 50 … 4,000
 * @param cutFeedLines lines fed before the cut so that the last row passes the blade, 0 … 20
 */
public record PrintSpec(
        int dotsPerLine,
        int paperMm,
        int longestSlipRows,
        int stripRows,
        int rowsPerSecond,
        int cutFeedLines,
        Confirmation confirmation) {
    public PrintSpec {
        check("dotsPerLine", dotsPerLine, 64, 1_024);
        check("paperMm", paperMm, 58, 80);
        check("longestSlipRows", longestSlipRows, 100, 16_000);
        check("stripRows", stripRows, 8, 1_024);
        check("rowsPerSecond", rowsPerSecond, 50, 4_000);
        check("cutFeedLines", cutFeedLines, 0, 20);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s %d not in %d … %d".formatted(name, value, least, most));
        }
    }
}
