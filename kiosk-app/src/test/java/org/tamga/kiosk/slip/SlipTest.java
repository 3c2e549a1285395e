package org.tamga.kiosk.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SlipTest {
    private static final Slip SLIP =
            new Slip(
                    "0042",
                    List.of(
                            new Slip.Banner("DEMONSTRATION · ДЕМОНСТРАЦИЯ"),
                            new Slip.Title("Шайлоочунун талону"),
                            new Slip.Big("0042"),
                            new Slip.Pair("Участок", "0101"),
                            new Slip.Pair(
                                    "Сайлау учаскесінің мекенжайы мен бөлмесі",
                                    "Бішкек қ., Чүй даңғылы 114"),
                            new Slip.Rule(),
                            new Slip.Text("Ңң Өө Үү Ққ Ғғ Ұұ Һһ Іі Әә"),
                            new Slip.Qr("TAMGA1.eyJ0ZXN0Ijp0cnVlfQ"),
                            new Slip.SignatureLine("Комиссия мүчөсү"),
                            new Slip.Small("small print")));

    @Test
    void the_raster_has_the_printers_width_and_its_qr_code_scans() throws Exception {
        var image = SlipRaster.draw(SLIP, 576);
        Files.createDirectories(Path.of("target/slips"));
        ImageIO.write(image, "png", Path.of("target/slips/sample.png").toFile());

        assertEquals(576, image.getWidth());
        assertEquals(BufferedImage.TYPE_BYTE_BINARY, image.getType());
        var read =
                new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new Gray(image))));
        assertEquals("TAMGA1.eyJ0ZXN0Ijp0cnVlfQ", read.getText());
    }

    @Test
    void narrow_paper_wraps_instead_of_cutting() {
        var wide = SlipRaster.draw(SLIP, 576);
        var narrow = SlipRaster.draw(SLIP, 384);

        assertEquals(384, narrow.getWidth());
        assertTrue(narrow.getHeight() > wide.getHeight());
    }

    @Test
    void the_pdf_carries_real_text_with_every_letter() throws Exception {
        try (var document = Loader.loadPDF(SlipPdf.write(SLIP))) {
            var text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Ңң Өө Үү Ққ Ғғ Ұұ Һһ Іі Әә"), text);
            assertTrue(text.contains("0042"), text);
        }
    }

    private static final class Gray extends LuminanceSource {
        private final BufferedImage image;

        Gray(BufferedImage image) {
            super(image.getWidth(), image.getHeight());
            this.image = image;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            var result = new byte[getWidth()];
            for (var x = 0; x < getWidth(); x++) {
                result[x] = (byte) image.getRGB(x, y);
            }
            return result;
        }

        @Override
        public byte[] getMatrix() {
            var result = new byte[getWidth() * getHeight()];
            for (var y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, result), 0, result, y * getWidth(), getWidth());
            }
            return result;
        }
    }
}
