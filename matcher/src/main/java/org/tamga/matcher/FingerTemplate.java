package org.tamga.matcher;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.Arrays;
import java.util.List;
import org.tamga.matcher.engine.NativeTemplate;
import org.tamga.matcher.engine.TemplateFormat;
import org.tamga.matcher.engine.ToneCurve;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * Minutiae of one impression of one finger, ready to be compared. Immutable and thread-safe; about
 * 0.5 KB on the heap and as bytes. The working form is shared by searches and not wiped: drop the
 * reference; the byte form is {@link BiometricBytes}.
 */
public final class FingerTemplate {
    private final Minutiae minutiae;

    private FingerTemplate(Minutiae minutiae) {
        this.minutiae = minutiae;
    }

    static FingerTemplate of(List<Minutiae> sets) {
        return new FingerTemplate(sets.getFirst());
    }

    /**
     * Extracts minutiae (45–50 ms for a 500 dpi fingertip). An image without ridges gives a
     * template with none.
     */
    public static FingerTemplate extract(GrayImage image) {
        byte[] pixels = ToneCurve.apply(image.pixels());
        FingerprintTemplate inner =
                new FingerprintTemplate(
                        new FingerprintImage(
                                image.width(),
                                image.height(),
                                pixels,
                                new FingerprintImageOptions().dpi(image.dpi())));
        Arrays.fill(pixels, (byte) 0);
        return new FingerTemplate(NativeTemplate.of(inner));
    }

    /**
     * Reads what {@link #toBytes()} wrote. Never throws for bad content, and never hands unchecked
     * minutiae to the matcher.
     */
    public static TemplateParsing parse(BiometricBytes bytes) {
        return switch (TemplateFormat.read(bytes.toByteArray())) {
            case TemplateFormat.Content(Minutiae minutiae) ->
                    new TemplateParsing.Parsed(new FingerTemplate(minutiae));
            case TemplateFormat.Fault(TemplateFormat.Problem problem, String detail) ->
                    new TemplateParsing.Rejected(TemplateFault.valueOf(problem.name()), detail);
        };
    }

    /** Versioned form with a checksum, see {@code docs/formats/finger-template.md}. */
    public BiometricBytes toBytes() {
        return BiometricBytes.owning(TemplateFormat.write(minutiae));
    }

    /** Number of minutiae. */
    public int minutiae() {
        return minutiae.count();
    }

    /**
     * Sets of minutiae that were found in this impression by different extractions: one so far. The
     * score of two impressions is the sum over the sets that both have.
     */
    List<Minutiae> sets() {
        return List.of(minutiae);
    }

    /** For stock SourceAFIS; made anew on each call. */
    FingerprintTemplate stock() {
        return NativeTemplate.stock(minutiae);
    }

    @Override
    public String toString() {
        return "FingerTemplate[" + minutiae.count() + " minutiae]";
    }
}
