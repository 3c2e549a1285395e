package org.tamga.matcher.exchange;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.TemplateFault;
import org.tamga.matcher.TemplateParsing;

/**
 * Our own record of several impressions: magic {@code TFR}, version (1 byte), number of impressions
 * (u16), for each position code (u8), length (u32) and a finger template; then SHA-256 of all
 * before it. Integers are big endian.
 */
final class FingerRecord {
    private static final byte[] MAGIC = {'T', 'F', 'R'};
    private static final byte VERSION = 1;
    private static final int HEADER = MAGIC.length + 1 + Short.BYTES;
    private static final int CHECKSUM = 32;
    private static final double DPI = 500;

    private FingerRecord() {}

    static boolean looksLike(byte[] bytes) {
        return bytes.length >= MAGIC.length
                && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** A finger template by itself, as registers hold them. */
    static boolean isSingle(byte[] bytes) {
        return bytes.length >= MAGIC.length
                && bytes[0] == 'T'
                && bytes[1] == 'F'
                && bytes[2] == 'T';
    }

    static byte[] write(List<FingerImpression> impressions) {
        List<byte[]> templates = impressions.stream().map(FingerRecord::bytes).toList();
        int length = templates.stream().mapToInt(bytes -> 1 + Integer.BYTES + bytes.length).sum();
        ByteBuffer out = ByteBuffer.allocate(HEADER + length + CHECKSUM);
        out.put(MAGIC).put(VERSION).putShort((short) impressions.size());
        for (int i = 0; i < templates.size(); i++) {
            out.put((byte) impressions.get(i).position().code());
            out.putInt(templates.get(i).length).put(templates.get(i));
            Arrays.fill(templates.get(i), (byte) 0);
        }
        return out.put(sha256(out.array(), out.position())).array();
    }

    static TemplateImport read(byte[] bytes) {
        int end = bytes.length - CHECKSUM;
        if (end < HEADER) {
            return refused(TemplateFault.DAMAGED, "shorter than a header");
        }
        if (bytes[MAGIC.length] != VERSION) {
            return refused(
                    TemplateFault.UNKNOWN_VERSION,
                    "finger record version " + (bytes[MAGIC.length] & 0xff));
        }
        byte[] checksum = Arrays.copyOfRange(bytes, end, bytes.length);
        if (!MessageDigest.isEqual(checksum, sha256(bytes, end))) {
            return refused(TemplateFault.DAMAGED, "checksum does not fit");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, end).position(MAGIC.length + 1);
        int count = in.getShort() & 0xffff;
        if (count == 0 || count > TemplateExchange.MAX_IMPRESSIONS) {
            return refused(TemplateFault.IMPLAUSIBLE, count + " impressions");
        }
        return impressions(in, count);
    }

    private static TemplateImport impressions(ByteBuffer in, int count) {
        List<FingerImpression> impressions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (in.remaining() < 1 + Integer.BYTES) {
                return refused(TemplateFault.DAMAGED, "fewer impressions than it says");
            }
            Optional<FingerPosition> position = FingerPosition.of(in.get());
            int length = in.getInt();
            if (position.isEmpty()) {
                return refused(TemplateFault.IMPLAUSIBLE, "unknown finger position");
            }
            if (length < 0 || length > in.remaining()) {
                return refused(TemplateFault.DAMAGED, "fewer impressions than it says");
            }
            byte[] template = new byte[length];
            in.get(template);
            switch (parse(template)) {
                case TemplateParsing.Parsed(FingerTemplate parsed) ->
                        impressions.add(new FingerImpression(position.get(), parsed));
                case TemplateParsing.Rejected rejected -> {
                    return refused(rejected.fault(), rejected.detail());
                }
            }
        }
        return in.hasRemaining()
                ? refused(TemplateFault.DAMAGED, "more bytes than it says")
                : new TemplateImport.Imported(ExchangeFormat.TAMGA, impressions, DPI);
    }

    static TemplateImport readSingle(byte[] bytes) {
        return switch (parse(bytes.clone())) {
            case TemplateParsing.Parsed(FingerTemplate template) ->
                    new TemplateImport.Imported(
                            ExchangeFormat.TAMGA,
                            List.of(new FingerImpression(FingerPosition.UNKNOWN, template)),
                            DPI);
            case TemplateParsing.Rejected rejected -> refused(rejected.fault(), rejected.detail());
        };
    }

    private static TemplateParsing parse(byte[] template) {
        try (BiometricBytes bytes = BiometricBytes.owning(template)) {
            return FingerTemplate.parse(bytes);
        }
    }

    private static byte[] bytes(FingerImpression impression) {
        try (BiometricBytes bytes = impression.template().toBytes()) {
            return bytes.toByteArray();
        }
    }

    private static TemplateImport refused(TemplateFault fault, String detail) {
        return new TemplateImport.Refused(fault, detail);
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
