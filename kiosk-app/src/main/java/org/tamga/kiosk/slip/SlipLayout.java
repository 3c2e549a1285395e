package org.tamga.kiosk.slip;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Places a slip's parts on a strip of paper. All lengths are points (1/72 inch) from the top left.
 *
 * @param width printable width
 * @param height length of paper needed
 */
record SlipLayout(float width, float height, List<Mark> marks) {

    /** Something to draw. */
    sealed interface Mark {}

    record TextMark(float x, float baseline, float size, Fonts font, boolean inverse, String text)
            implements Mark {}

    /** A filled black rectangle. */
    record BoxMark(float x, float y, float width, float height) implements Mark {}

    record QrMark(float x, float y, float size, BitMatrix modules) implements Mark {}

    static SlipLayout of(Slip slip, float width) {
        var builder = new Builder(width);
        slip.parts().forEach(builder::add);
        return builder.build();
    }

    private static final class Builder {
        private static final float TITLE = 12;
        private static final float BIG = 30;
        private static final float BODY = 9;
        private static final float SMALL = 7;
        private static final float LEADING = 1.25f;

        private final FontRenderContext context = new FontRenderContext(null, true, true);
        private final Font regular = Fonts.REGULAR.awt(BODY);
        private final Font bold = Fonts.BOLD.awt(BODY);
        private final List<Mark> marks = new ArrayList<>();
        private final float width;
        private float y = 4;

        Builder(float width) {
            this.width = width;
        }

        void add(Slip.Part part) {
            switch (part) {
                case Slip.Title title -> paragraph(title.text(), TITLE, Fonts.BOLD, true);
                case Slip.Big big -> paragraph(big.text(), BIG, Fonts.BOLD, true);
                case Slip.Text text -> paragraph(text.text(), BODY, Fonts.REGULAR, false);
                case Slip.Small small -> paragraph(small.text(), SMALL, Fonts.REGULAR, false);
                case Slip.Pair pair -> pair(pair);
                case Slip.Banner banner -> banner(banner.text());
                case Slip.Qr qr -> qr(qr.content());
                case Slip.Rule() -> rule();
                case Slip.SignatureLine line -> signature(line.label());
            }
        }

        SlipLayout build() {
            return new SlipLayout(width, y + 6, List.copyOf(marks));
        }

        private void paragraph(String text, float size, Fonts font, boolean centred) {
            for (var line : wrap(text, size, font, width)) {
                var x = centred ? (width - measure(line, size, font)) / 2 : 0;
                line(x, line, size, font, false);
            }
        }

        private void pair(Slip.Pair pair) {
            var valueWidth = measure(pair.value(), BODY, Fonts.BOLD);
            var lines =
                    wrap(
                            pair.label(),
                            BODY,
                            Fonts.REGULAR,
                            Math.max(width / 3, width - valueWidth - 6));
            for (var i = 0; i < lines.size() - 1; i++) {
                line(0, lines.get(i), BODY, Fonts.REGULAR, false);
            }
            var last = lines.getLast();
            if (measure(last, BODY, Fonts.REGULAR) + valueWidth + 6 > width) {
                line(0, last, BODY, Fonts.REGULAR, false);
                for (var value : wrap(pair.value(), BODY, Fonts.BOLD, width)) {
                    line(width - measure(value, BODY, Fonts.BOLD), value, BODY, Fonts.BOLD, false);
                }
                return;
            }
            var baseline = y + BODY;
            marks.add(new TextMark(0, baseline, BODY, Fonts.REGULAR, false, last));
            line(width - valueWidth, pair.value(), BODY, Fonts.BOLD, false);
        }

        private void banner(String text) {
            var lines = wrap(text, BODY, Fonts.BOLD, width - 8);
            marks.add(new BoxMark(0, y, width, lines.size() * BODY * LEADING + 4));
            y += 2;
            for (var line : lines) {
                line((width - measure(line, BODY, Fonts.BOLD)) / 2, line, BODY, Fonts.BOLD, true);
            }
            y += 6;
        }

        private void qr(String content) {
            var hints =
                    Map.of(
                            EncodeHintType.ERROR_CORRECTION,
                            ErrorCorrectionLevel.M,
                            EncodeHintType.MARGIN,
                            1);
            try {
                var modules =
                        new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 1, 1, hints);
                var size = Math.min(width, 110);
                marks.add(new QrMark((width - size) / 2, y, size, modules));
                y += size + 3;
            } catch (WriterException e) {
                throw new IllegalArgumentException(
                        "content does not fit a QR code: " + content.length(), e);
            }
        }

        private void rule() {
            marks.add(new BoxMark(0, y + 3, width, 0.6f));
            y += 7;
        }

        private void signature(String label) {
            y += 22;
            marks.add(new BoxMark(0, y, width, 0.5f));
            y += 2;
            paragraph(label, SMALL, Fonts.REGULAR, false);
        }

        private void line(float x, String text, float size, Fonts font, boolean inverse) {
            marks.add(new TextMark(x, y + size, size, font, inverse, text));
            y += size * LEADING;
        }

        private List<String> wrap(String text, float size, Fonts font, float limit) {
            var lines = new ArrayList<String>();
            var line = new StringBuilder();
            for (var word : text.split(" ")) {
                var longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && measure(longer, size, font) > limit) {
                    lines.add(line.toString());
                    line.setLength(0);
                    longer = word;
                }
                while (measure(longer, size, font) > limit && longer.length() > 1) {
                    var fitting = longer.length() - 1;
                    while (fitting > 1
                            && measure(longer.substring(0, fitting), size, font) > limit) {
                        fitting--;
                    }
                    lines.add(longer.substring(0, fitting));
                    longer = longer.substring(fitting);
                }
                line.setLength(0);
                line.append(longer);
            }
            lines.add(line.toString());
            return lines;
        }

        private float measure(String text, float size, Fonts font) {
            var base = font == Fonts.BOLD ? bold : regular;
            return (float) base.getStringBounds(text, context).getWidth() * size / BODY;
        }
    }
}
