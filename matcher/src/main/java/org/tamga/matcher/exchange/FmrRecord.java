package org.tamga.matcher.exchange;

import com.machinezoo.fingerprintio.TemplateFormat;
import com.machinezoo.fingerprintio.TemplateFormatException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.TemplateFault;
import org.tamga.matcher.engine.flat.Minutiae;

/** Finger minutiae records of the standards: what they have in common. */
final class FmrRecord {
    private static final byte[] MAGIC = {'F', 'M', 'R', 0};
    private static final int LENGTH_AT = 8;
    private static final int HEADER = 15;
    private static final int MAX_VIEWS = 16;

    private FmrRecord() {}

    static boolean looksLike(byte[] bytes) {
        return bytes.length >= MAGIC.length
                && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Never throws for bad content. */
    static TemplateImport read(byte[] bytes) {
        if (bytes.length < HEADER) {
            return refused(TemplateFault.DAMAGED, "shorter than a header");
        }
        TemplateFormat layout = TemplateFormat.identify(bytes);
        if (layout == null) {
            return refused(
                    TemplateFault.UNKNOWN_VERSION, "finger minutiae record of an unknown version");
        }
        ExchangeFormat format = format(layout);
        if (stated(format, bytes) > bytes.length) {
            return refused(TemplateFault.DAMAGED, "shorter than it says");
        }
        try {
            return read(format, codec(format), bytes);
        } catch (TemplateFormatException e) {
            return refused(TemplateFault.DAMAGED, "not a sound " + format.title() + " record");
        }
    }

    private static TemplateImport read(ExchangeFormat format, FmrCodec codec, byte[] bytes) {
        List<FmrView> views = codec.read(bytes);
        if (views.size() > TemplateExchange.MAX_IMPRESSIONS) {
            return refused(TemplateFault.IMPLAUSIBLE, "too many finger views");
        }
        List<FingerImpression> impressions = new ArrayList<>();
        for (FmrView view : views) {
            Optional<FingerPosition> position = view.position();
            if (position.isEmpty()) {
                return refused(TemplateFault.IMPLAUSIBLE, "a view is not of a single finger");
            }
            String wrong = FmrUnits.wrong(view);
            if (!wrong.isEmpty()) {
                return refused(TemplateFault.IMPLAUSIBLE, wrong);
            }
            FingerTemplate template = FingerTemplate.of(codec.units().read(view));
            impressions.add(new FingerImpression(position.get(), template));
        }
        double dpi = views.isEmpty() ? 0 : FmrUnits.dpi(views.getFirst().resolutionX());
        return views.isEmpty()
                ? refused(TemplateFault.IMPLAUSIBLE, "no finger view")
                : new TemplateImport.Imported(format, impressions, dpi);
    }

    static TemplateExport write(List<FingerImpression> impressions, ExchangeFormat format) {
        FmrCodec codec = codec(format);
        List<FmrView> views = new ArrayList<>();
        Map<FingerPosition, Integer> numbers = new EnumMap<>(FingerPosition.class);
        for (FingerImpression impression : byFinger(impressions)) {
            int number = numbers.merge(impression.position(), 1, Integer::sum) - 1;
            Minutiae minutiae = impression.template().firstSet();
            if (number >= MAX_VIEWS) {
                return notExpressible("more than " + MAX_VIEWS + " views of a finger");
            }
            if (minutiae.count() == 0) {
                return notExpressible("an impression without minutiae");
            }
            views.add(codec.units().write(impression.position(), number, minutiae));
        }
        try {
            return new TemplateExport.Exported(BiometricBytes.owning(codec.write(views)));
        } catch (TemplateFormatException e) {
            return notExpressible(format.title() + " cannot hold these impressions");
        }
    }

    private static List<FingerImpression> byFinger(List<FingerImpression> impressions) {
        return impressions.stream()
                .sorted(Comparator.comparing(FingerImpression::position))
                .toList();
    }

    private static long stated(ExchangeFormat format, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int shortLength = in.getShort(LENGTH_AT) & 0xffff;
        if (format == ExchangeFormat.ANSI2004) {
            // Two bytes, or, where these are zero, the four that follow.
            return shortLength > 0
                    ? shortLength
                    : Integer.toUnsignedLong(in.getInt(LENGTH_AT + Short.BYTES));
        }
        return Integer.toUnsignedLong(in.getInt(LENGTH_AT));
    }

    private static ExchangeFormat format(TemplateFormat layout) {
        return switch (layout) {
            case ISO_19794_2_2005 -> ExchangeFormat.ISO2005;
            case ISO_19794_2_2011 -> ExchangeFormat.ISO2011;
            case ANSI_378_2004 -> ExchangeFormat.ANSI2004;
            case ANSI_378_2009 -> ExchangeFormat.ANSI2009;
            case ANSI_378_2009_AM1 -> ExchangeFormat.ANSI2009AM1;
        };
    }

    private static FmrCodec codec(ExchangeFormat format) {
        return switch (format) {
            case ISO2005 -> new Iso2005Codec();
            case ISO2011 -> new Iso2011Codec();
            case ANSI2004 -> new Ansi2004Codec();
            case ANSI2009 -> new Ansi2009Codec(false);
            case ANSI2009AM1 -> new Ansi2009Codec(true);
            case NATIVE, TAMGA ->
                    throw new IllegalArgumentException(format + " is no finger minutiae record");
        };
    }

    private static TemplateImport refused(TemplateFault fault, String detail) {
        return new TemplateImport.Refused(fault, detail);
    }

    private static TemplateExport notExpressible(String detail) {
        return new TemplateExport.Refused(TemplateFault.NOT_EXPRESSIBLE, detail);
    }
}
