package org.tamga.matcher;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.TemplateFormat;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * Minutiae of one impression of one finger, found in one to three ways, ready to be compared.
 * Immutable and thread-safe; about 1 KB on the heap and as bytes. The working form is shared by
 * searches and not wiped: drop the reference; the byte form is {@link BiometricBytes}.
 */
public final class FingerTemplate {
    private final List<MinutiaeSet> sets;

    private FingerTemplate(List<MinutiaeSet> sets) {
        this.sets = List.copyOf(sets);
    }

    static FingerTemplate of(List<MinutiaeSet> sets) {
        return new FingerTemplate(sets);
    }

    /** For template exchange: minutiae that another system or an earlier extraction found. */
    public static FingerTemplate of(Minutiae minutiae) {
        return of(List.of(new MinutiaeSet(MinutiaeSet.Kind.SOURCEAFIS, minutiae)));
    }

    /**
     * Extracts minutiae as {@link Extraction#STANDARD}. An image without ridges gives a template
     * with none.
     */
    public static FingerTemplate extract(GrayImage image) {
        return extract(image, Extraction.STANDARD);
    }

    /** Extracts minutiae in the ways asked for. */
    public static FingerTemplate extract(GrayImage image, Extraction extraction) {
        return new FingerTemplate(
                extraction.kinds().stream()
                        .map(
                                kind ->
                                        MinutiaeSet.extract(
                                                kind,
                                                image.width(),
                                                image.height(),
                                                image.dpi(),
                                                image.pixels()))
                        .toList());
    }

    /**
     * Reads what {@link #toBytes()} wrote. Never throws for bad content, and never hands unchecked
     * minutiae to the matcher.
     */
    public static TemplateParsing parse(BiometricBytes bytes) {
        return parsed(bytes, TemplateFormat::read);
    }

    /** As {@link #parse} for a native SourceAFIS template without our header. */
    public static TemplateParsing parseNative(BiometricBytes bytes) {
        return parsed(bytes, TemplateFormat::readNative);
    }

    private static TemplateParsing parsed(
            BiometricBytes bytes, Function<byte[], TemplateFormat.Reading> reader) {
        byte[] content = bytes.toByteArray();
        TemplateFormat.Reading reading = reader.apply(content);
        Arrays.fill(content, (byte) 0);
        return switch (reading) {
            case TemplateFormat.Content(List<MinutiaeSet> sets) ->
                    new TemplateParsing.Parsed(new FingerTemplate(sets));
            case TemplateFormat.Fault(TemplateFormat.Problem problem, String detail) ->
                    new TemplateParsing.Rejected(TemplateFault.valueOf(problem.name()), detail);
        };
    }

    /** Versioned form with a checksum, see {@code docs/formats/finger-template.md}. */
    public BiometricBytes toBytes() {
        return BiometricBytes.owning(TemplateFormat.write(sets));
    }

    /** Number of minutiae in the richest set. */
    public int minutiae() {
        return sets.stream().mapToInt(set -> set.minutiae().count()).max().orElse(0);
    }

    /** Whether it has the minutiae sets of {@link Extraction#STANDARD}, which is calibrated. */
    public boolean isStandard() {
        return sets.stream().map(MinutiaeSet::kind).toList().equals(Extraction.STANDARD.kinds());
    }

    /** At least one, kinds rising. */
    List<MinutiaeSet> sets() {
        return sets;
    }

    /** For template exchange: the minutiae that formats with room for one set are given. */
    public Minutiae firstSet() {
        return sets.getFirst().minutiae();
    }

    @Override
    public String toString() {
        return "FingerTemplate[" + minutiae() + " minutiae]";
    }
}
