package org.tamga.matcher.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * The byte form of a template: magic {@code TFT}, format version (1 byte), length of the content
 * (u32, big endian), content (SourceAFIS native template, CBOR), SHA-256 of all before it (32
 * bytes).
 */
public final class TemplateFormat {
    private static final byte[] MAGIC = {'T', 'F', 'T'};
    private static final byte VERSION = 1;
    private static final int HEADER = MAGIC.length + 1 + Integer.BYTES;
    private static final int CHECKSUM = 32;
    private static final int MAX_BYTES = 64 << 10;
    private static final ObjectReader CBOR = new CBORMapper().reader();

    private TemplateFormat() {}

    /** What the bytes hold. */
    public sealed interface Reading {}

    public record Content(Minutiae minutiae) implements Reading {}

    public record Fault(Problem problem, String detail) implements Reading {}

    /** Names are those of {@code org.tamga.matcher.TemplateFault}. */
    public enum Problem {
        NOT_A_TEMPLATE,
        UNKNOWN_VERSION,
        DAMAGED,
        IMPLAUSIBLE
    }

    public static byte[] write(Minutiae minutiae) {
        byte[] content = NativeTemplate.write(minutiae);
        ByteBuffer out = ByteBuffer.allocate(HEADER + content.length + CHECKSUM);
        out.put(MAGIC).put(VERSION).putInt(content.length).put(content);
        out.put(sha256(out.array(), HEADER + content.length));
        Arrays.fill(content, (byte) 0);
        return out.array();
    }

    /** Checks everything before SourceAFIS sees it; wipes nothing of the argument. */
    public static Reading read(byte[] bytes) {
        if (bytes.length < HEADER + CHECKSUM
                || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return new Fault(Problem.NOT_A_TEMPLATE, "no template header");
        }
        if (bytes[MAGIC.length] != VERSION) {
            return new Fault(
                    Problem.UNKNOWN_VERSION,
                    "template format version " + (bytes[MAGIC.length] & 0xff));
        }
        int length = ByteBuffer.wrap(bytes).getInt(MAGIC.length + 1);
        if (bytes.length > MAX_BYTES || length != bytes.length - HEADER - CHECKSUM) {
            return new Fault(Problem.DAMAGED, "length does not fit");
        }
        byte[] checksum = Arrays.copyOfRange(bytes, HEADER + length, bytes.length);
        if (!MessageDigest.isEqual(checksum, sha256(bytes, HEADER + length))) {
            return new Fault(Problem.DAMAGED, "checksum does not fit");
        }
        return parse(Arrays.copyOfRange(bytes, HEADER, HEADER + length));
    }

    /**
     * The SourceAFIS template in bytes of ours, for comparisons with stock SourceAFIS.
     *
     * @throws IllegalArgumentException when the bytes are not a template
     */
    public static FingerprintTemplate stock(byte[] bytes) {
        return switch (read(bytes)) {
            case Content content -> NativeTemplate.stock(content.minutiae());
            case Fault fault -> throw new IllegalArgumentException(fault.detail());
        };
    }

    private static Reading parse(byte[] content) {
        JsonNode root;
        try {
            root = CBOR.readTree(content);
        } catch (IOException e) {
            return new Fault(Problem.DAMAGED, "content is not CBOR");
        }
        String types = root.path("types").asText("");
        String wrong = MinutiaeCheck.wrong(root, types, Minutiae.MAX);
        return wrong.isEmpty()
                ? new Content(NativeTemplate.read(root))
                : new Fault(Problem.IMPLAUSIBLE, wrong);
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
