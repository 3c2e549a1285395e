package org.tamga.matcher.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tamga.matcher.engine.MinutiaeSet.Kind;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * The byte form of a template: magic {@code TFT}, format version (1 byte), length of the content
 * (u32, big endian), content, SHA-256 of all before it (32 bytes). Content of version 2: number of
 * minutiae sets (1 byte), then of each its kind (1 byte, rising), length (u32) and SourceAFIS
 * native template (CBOR). Content of version 1, still read: one such template of kind SOURCEAFIS.
 */
public final class TemplateFormat {
    private static final byte[] MAGIC = {'T', 'F', 'T'};
    private static final byte VERSION = 2;
    private static final byte ONE_SET_VERSION = 1;
    private static final int HEADER = MAGIC.length + 1 + Integer.BYTES;
    private static final int CHECKSUM = 32;
    private static final int MAX_BYTES = 128 << 10;
    private static final ObjectReader CBOR = new CBORMapper().reader();

    private TemplateFormat() {}

    /** What the bytes hold. */
    public sealed interface Reading {}

    /**
     * @param sets at least one, kinds rising
     */
    public record Content(List<MinutiaeSet> sets) implements Reading {
        public Content {
            sets = List.copyOf(sets);
        }
    }

    public record Fault(Problem problem, String detail) implements Reading {}

    /** Names are those of {@code org.tamga.matcher.TemplateFault}. */
    public enum Problem {
        NOT_A_TEMPLATE,
        UNKNOWN_VERSION,
        DAMAGED,
        IMPLAUSIBLE
    }

    /**
     * @param sets at least one, kinds rising
     */
    public static byte[] write(List<MinutiaeSet> sets) {
        List<byte[]> contents =
                sets.stream().map(set -> NativeTemplate.write(set.minutiae())).toList();
        int length = 1;
        for (byte[] content : contents) {
            length += 1 + Integer.BYTES + content.length;
        }
        ByteBuffer out = ByteBuffer.allocate(HEADER + length + CHECKSUM);
        out.put(MAGIC).put(VERSION).putInt(length).put((byte) sets.size());
        for (int i = 0; i < sets.size(); i++) {
            byte[] content = contents.get(i);
            out.put((byte) sets.get(i).kind().ordinal()).putInt(content.length).put(content);
            Arrays.fill(content, (byte) 0);
        }
        out.put(sha256(out.array(), HEADER + length));
        return out.array();
    }

    /** Checks everything before SourceAFIS sees it; wipes nothing of the argument. */
    public static Reading read(byte[] bytes) {
        if (bytes.length < HEADER + CHECKSUM
                || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return new Fault(Problem.NOT_A_TEMPLATE, "no template header");
        }
        byte version = bytes[MAGIC.length];
        if (version != VERSION && version != ONE_SET_VERSION) {
            return new Fault(
                    Problem.UNKNOWN_VERSION, "template format version " + (version & 0xff));
        }
        int length = ByteBuffer.wrap(bytes).getInt(MAGIC.length + 1);
        if (bytes.length > MAX_BYTES || length != bytes.length - HEADER - CHECKSUM) {
            return new Fault(Problem.DAMAGED, "length does not fit");
        }
        byte[] checksum = Arrays.copyOfRange(bytes, HEADER + length, bytes.length);
        if (!MessageDigest.isEqual(checksum, sha256(bytes, HEADER + length))) {
            return new Fault(Problem.DAMAGED, "checksum does not fit");
        }
        ByteBuffer content = ByteBuffer.wrap(bytes, HEADER, length);
        return version == VERSION ? sets(content) : set(Kind.SOURCEAFIS, content, length);
    }

    /** A native SourceAFIS template by itself, checked as thoroughly as one of ours. */
    public static Reading readNative(byte[] content) {
        return content.length > MAX_BYTES
                ? new Fault(Problem.DAMAGED, "longer than a template")
                : set(Kind.SOURCEAFIS, ByteBuffer.wrap(content), content.length);
    }

    /**
     * The first set of a template in bytes of ours, for comparisons with stock SourceAFIS.
     *
     * @throws IllegalArgumentException when the bytes are not a template
     */
    public static FingerprintTemplate stock(byte[] bytes) {
        return switch (read(bytes)) {
            case Content content -> NativeTemplate.stock(content.sets().getFirst().minutiae());
            case Fault fault -> throw new IllegalArgumentException(fault.detail());
        };
    }

    private static Reading sets(ByteBuffer content) {
        List<MinutiaeSet> sets = new ArrayList<>();
        int count = content.hasRemaining() ? content.get() : 0;
        int previous = -1;
        for (int i = 0; i < count; i++) {
            if (content.remaining() < 1 + Integer.BYTES) {
                return new Fault(Problem.DAMAGED, "a minutiae set is cut off");
            }
            int kind = content.get();
            int length = content.getInt();
            if (kind <= previous || kind >= Kind.values().length) {
                return new Fault(Problem.IMPLAUSIBLE, "unknown kind or order of minutiae sets");
            }
            if (length < 0 || length > content.remaining()) {
                return new Fault(Problem.DAMAGED, "a minutiae set is cut off");
            }
            previous = kind;
            switch (set(Kind.values()[kind], content, length)) {
                case Content one -> sets.addAll(one.sets());
                case Fault fault -> {
                    return fault;
                }
            }
        }
        if (sets.isEmpty() || content.hasRemaining()) {
            return new Fault(Problem.IMPLAUSIBLE, "no minutiae set, or more than announced");
        }
        return new Content(sets);
    }

    private static Reading set(Kind kind, ByteBuffer from, int length) {
        int start = from.arrayOffset() + from.position();
        from.position(from.position() + length);
        JsonNode root;
        try {
            root = CBOR.readTree(from.array(), start, length);
        } catch (IOException e) {
            return new Fault(Problem.DAMAGED, "content is not CBOR");
        }
        String types = root.path("types").asText("");
        String wrong = MinutiaeCheck.wrong(root, types, Minutiae.MAX);
        return wrong.isEmpty()
                ? new Content(List.of(new MinutiaeSet(kind, NativeTemplate.read(root))))
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
