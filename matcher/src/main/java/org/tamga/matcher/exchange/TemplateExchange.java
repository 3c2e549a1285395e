package org.tamga.matcher.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.TemplateFault;
import org.tamga.matcher.TemplateParsing;
import org.tamga.matcher.engine.NativeTemplate;

/**
 * Reads and writes fingerprint templates of other systems: several fingers and several impressions
 * ("views") of each in one file. Formats of the standards keep positions to a pixel and directions
 * to 1.4° (ISO) or 2° (ANSI), and one set of minutiae an impression.
 */
public final class TemplateExchange {
    /** Largest file that is read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    /** Most impressions of a file: 16 views of 11 finger positions. */
    public static final int MAX_IMPRESSIONS = 176;

    private static final int CBOR_MAP = 5;
    private static final double DPI = 500;

    private TemplateExchange() {}

    /** Tells the format by itself. Never throws for a bad file. */
    public static TemplateImport read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return refused(TemplateFault.NOT_ACCESSIBLE, "no such file");
            }
            if (Files.size(file) > MAX_BYTES) {
                return refused(TemplateFault.TOO_LARGE, "larger than " + MAX_BYTES + " bytes");
            }
            try (BiometricBytes bytes = BiometricBytes.owning(Files.readAllBytes(file))) {
                return read(bytes);
            }
        } catch (IOException e) {
            return refused(TemplateFault.NOT_ACCESSIBLE, "cannot read the file");
        }
    }

    /** As {@link #read(Path)} from memory; the caller keeps and closes the bytes. */
    public static TemplateImport read(BiometricBytes bytes) {
        if (bytes.length() > MAX_BYTES) {
            return refused(TemplateFault.TOO_LARGE, "larger than " + MAX_BYTES + " bytes");
        }
        byte[] content = bytes.toByteArray();
        try {
            return read(content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static TemplateImport read(byte[] bytes) {
        if (FmrRecord.looksLike(bytes)) {
            return FmrRecord.read(bytes);
        }
        if (FingerRecord.looksLike(bytes)) {
            return FingerRecord.read(bytes);
        }
        if (FingerRecord.isSingle(bytes)) {
            return FingerRecord.readSingle(bytes);
        }
        if (bytes.length > 0 && (bytes[0] & 0xff) >> 5 == CBOR_MAP) {
            return readNative(bytes);
        }
        return refused(TemplateFault.NOT_A_TEMPLATE, "no known template format");
    }

    private static TemplateImport readNative(byte[] content) {
        try (BiometricBytes bytes = BiometricBytes.copyOf(content)) {
            return switch (FingerTemplate.parseNative(bytes)) {
                case TemplateParsing.Parsed(FingerTemplate template) ->
                        new TemplateImport.Imported(
                                ExchangeFormat.NATIVE,
                                List.of(new FingerImpression(FingerPosition.UNKNOWN, template)),
                                DPI);
                case TemplateParsing.Rejected rejected ->
                        refused(rejected.fault(), rejected.detail());
            };
        }
    }

    /**
     * Writes impressions at 500 dpi. In the formats of the standards and SourceAFIS an impression's
     * first set of minutiae is written; ours keeps all.
     *
     * @param impressions 1–{@value #MAX_IMPRESSIONS}; fingers may come in any order, views of a
     *     finger are numbered in the order given
     */
    public static TemplateExport write(List<FingerImpression> impressions, ExchangeFormat format) {
        if (impressions.isEmpty() || impressions.size() > MAX_IMPRESSIONS) {
            return notExpressible(impressions.size() + " impressions, 1 to 176 fit");
        }
        return switch (format) {
            case ISO2005, ISO2011, ANSI2004, ANSI2009, ANSI2009AM1 ->
                    FmrRecord.write(impressions, format);
            case TAMGA -> exported(FingerRecord.write(impressions));
            case NATIVE ->
                    impressions.size() == 1
                            ? exported(
                                    NativeTemplate.write(
                                            impressions.getFirst().template().firstSet()))
                            : notExpressible("the native form holds one impression");
        };
    }

    private static TemplateExport exported(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            Arrays.fill(bytes, (byte) 0);
            return notExpressible("more than " + MAX_BYTES + " bytes");
        }
        return new TemplateExport.Exported(BiometricBytes.owning(bytes));
    }

    private static TemplateImport refused(TemplateFault fault, String detail) {
        return new TemplateImport.Refused(fault, detail);
    }

    private static TemplateExport notExpressible(String detail) {
        return new TemplateExport.Refused(TemplateFault.NOT_EXPRESSIBLE, detail);
    }
}
