package org.tamga.matcher;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.Arrays;
import org.tamga.matcher.engine.TemplateFormat;
import org.tamga.matcher.engine.ToneCurve;

/**
 * Minutiae of one impression of one finger, ready to be compared. Immutable and thread-safe; about
 * 10 KB on the heap, 0.5 KB as bytes. The working form cannot be wiped (it lives in SourceAFIS
 * objects): drop the reference; the byte form is {@link BiometricBytes}.
 */
public final class FingerTemplate {
    private final FingerprintTemplate inner;
    private final int minutiae;

    private FingerTemplate(FingerprintTemplate inner, int minutiae) {
        this.inner = inner;
        this.minutiae = minutiae;
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
        return new FingerTemplate(inner, TemplateFormat.minutiae(inner));
    }

    /**
     * Reads what {@link #toBytes()} wrote. Never throws for bad content, and never hands unchecked
     * minutiae to the matcher.
     */
    public static TemplateParsing parse(BiometricBytes bytes) {
        return switch (TemplateFormat.read(bytes.toByteArray())) {
            case TemplateFormat.Content(FingerprintTemplate inner, int minutiae) ->
                    new TemplateParsing.Parsed(new FingerTemplate(inner, minutiae));
            case TemplateFormat.Fault(TemplateFormat.Problem problem, String detail) ->
                    new TemplateParsing.Rejected(TemplateFault.valueOf(problem.name()), detail);
        };
    }

    /** Versioned form with a checksum, see {@code docs/formats/finger-template.md}. */
    public BiometricBytes toBytes() {
        return BiometricBytes.owning(TemplateFormat.write(inner));
    }

    /** Number of minutiae. */
    public int minutiae() {
        return minutiae;
    }

    /** The same minutiae in objects of their own, as after a load from a register. */
    public FingerTemplate copy() {
        return new FingerTemplate(new FingerprintTemplate(inner.toByteArray()), minutiae);
    }

    FingerprintTemplate inner() {
        return inner;
    }

    @Override
    public String toString() {
        return "FingerTemplate[" + minutiae + " minutiae]";
    }
}
