package org.tamga.kiosk.ballot;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** A QR code as a picture, black on white with its quiet zone. */
final class QrImage {
    private static final int QUIET_MODULES = 3;
    private static final int PIXELS_PER_MODULE = 6;

    private QrImage() {}

    static Image of(String content) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, QUIET_MODULES);
            var modules = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 1, 1, hints);
            var side = modules.getWidth() * PIXELS_PER_MODULE;
            var image = new WritableImage(side, side);
            for (var y = 0; y < side; y++) {
                for (var x = 0; x < side; x++) {
                    var black = modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE);
                    image.getPixelWriter().setColor(x, y, black ? Color.BLACK : Color.WHITE);
                }
            }
            return image;
        } catch (WriterException e) {
            throw new IllegalArgumentException("content does not fit a QR code", e);
        }
    }
}
