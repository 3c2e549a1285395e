package org.tamga.matcher.engine;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.Arrays;
import java.util.List;
import org.tamga.matcher.engine.extract.ExtractionSettings;
import org.tamga.matcher.engine.extract.MinutiaeExtractor;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * Minutiae that one extraction found in an impression. Sets of the same kind are comparable; those
 * of different kinds are too, less exactly.
 *
 * @param kind who found them
 */
public record MinutiaeSet(Kind kind, Minutiae minutiae) {
    /** Extractions; the order is that of their codes in {@link TemplateFormat}. */
    public enum Kind {
        /** SourceAFIS 3.18.1 on the brightened image. */
        SOURCEAFIS,
        /** {@link ExtractionSettings#FINE}. */
        FINE,
        /** {@link ExtractionSettings#BROAD}. */
        BROAD
    }

    /**
     * @param pixels row-major, 0 = black ridge; not changed
     */
    public static MinutiaeSet extract(Kind kind, int width, int height, double dpi, byte[] pixels) {
        Minutiae minutiae =
                switch (kind) {
                    case SOURCEAFIS -> stock(width, height, dpi, pixels);
                    case FINE ->
                            MinutiaeExtractor.extract(
                                    width, height, dpi, pixels, ExtractionSettings.FINE);
                    case BROAD ->
                            MinutiaeExtractor.extract(
                                    width, height, dpi, pixels, ExtractionSettings.BROAD);
                };
        return new MinutiaeSet(kind, minutiae);
    }

    /** Index of the set of a kind, −1 when there is none. */
    public static int indexOf(Kind kind, List<MinutiaeSet> sets) {
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).kind == kind) {
                return i;
            }
        }
        return -1;
    }

    private static Minutiae stock(int width, int height, double dpi, byte[] pixels) {
        byte[] brightened = ToneCurve.apply(pixels);
        FingerprintTemplate template =
                new FingerprintTemplate(
                        new FingerprintImage(
                                width, height, brightened, new FingerprintImageOptions().dpi(dpi)));
        Arrays.fill(brightened, (byte) 0);
        return NativeTemplate.of(template);
    }

    @Override
    public String toString() {
        return "MinutiaeSet[" + kind + ", " + minutiae.count() + " minutiae]";
    }
}
