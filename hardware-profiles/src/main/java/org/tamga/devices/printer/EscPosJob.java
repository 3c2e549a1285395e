package org.tamga.devices.printer;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.image.Bitonal;
import com.github.anastaciocintra.escpos.image.CoffeeImage;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.tamga.devices.ports.MonoRaster;

/** The bytes of one slip: initialise, raster strips, feed, cut. */
final class EscPosJob {
    private EscPosJob() {}

    /** One chunk per strip, so that a caller may look at the printer in between. */
    static List<byte[]> chunks(MonoRaster slip, PrintSpec spec) {
        List<byte[]> chunks = new ArrayList<>();
        chunks.add(bytes(EscPos::initializePrinter));
        for (int from = 0; from < slip.height(); from += spec.stripRows()) {
            Strip strip = new Strip(slip, from, Math.min(spec.stripRows(), slip.height() - from));
            chunks.add(bytes(printer -> printer.write(new RasterBitImageWrapper(), strip.image())));
        }
        chunks.add(bytes(printer -> end(printer, spec.cutFeedLines())));
        return chunks;
    }

    private static void end(EscPos printer, int feedLines) throws IOException {
        if (feedLines > 0) {
            printer.feed(feedLines);
        }
        printer.cut(EscPos.CutMode.FULL);
    }

    private interface Writing {
        void to(EscPos printer) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EscPos printer = new EscPos(out)) {
            writing.to(printer);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** Rows of a slip as the library wants to see an image. */
    private record Strip(MonoRaster slip, int from, int height) implements CoffeeImage {
        private static final int BLACK = 0xFF000000;
        private static final int WHITE = 0xFFFFFFFF;

        EscPosImage image() {
            return new EscPosImage(this, new BlackIsOne());
        }

        @Override
        public int getWidth() {
            return slip.width();
        }

        @Override
        public int getHeight() {
            return height;
        }

        @Override
        public CoffeeImage getSubimage(int x, int y, int width, int rows) {
            if (x != 0 || width != slip.width()) {
                throw new IllegalArgumentException("only whole rows");
            }
            return new Strip(slip, from + y, rows);
        }

        @Override
        public int getRGB(int x, int y) {
            return slip.black(x, from + y) ? BLACK : WHITE;
        }
    }

    private static final class BlackIsOne extends Bitonal {
        @Override
        public int zeroOrOne(int alpha, int red, int green, int blue, int x, int y) {
            return red == 0 ? 1 : 0;
        }
    }
}
