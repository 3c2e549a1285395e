package org.tamga.matcher.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tamga.matcher.engine.flat.Minutiae;

/** Between minutiae and the native SourceAFIS template, a CBOR map. */
public final class NativeTemplate {
    private static final CBORMapper CBOR = new CBORMapper();
    private static final int HEADER = 256;

    /** Two coordinates of up to 5 bytes, a direction of 5 or 9, a letter. */
    private static final int LONGEST_MINUTIA = 20;

    private NativeTemplate() {}

    /** What SourceAFIS extracted. */
    public static Minutiae of(FingerprintTemplate template) {
        byte[] bytes = template.toByteArray();
        try {
            return read(CBOR.readTree(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The object that stock SourceAFIS compares; costs about 0.1 ms and 10 KB. */
    public static FingerprintTemplate stock(Minutiae minutiae) {
        byte[] bytes = write(minutiae);
        try {
            return new FingerprintTemplate(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * @param root has passed {@link MinutiaeCheck}
     */
    static Minutiae read(JsonNode root) {
        byte[] types = root.path("types").asText().getBytes(StandardCharsets.US_ASCII);
        short[] x = new short[types.length];
        short[] y = new short[types.length];
        float[] directions = new float[types.length];
        for (int i = 0; i < types.length; i++) {
            x[i] = (short) root.path("positionsX").path(i).intValue();
            y[i] = (short) root.path("positionsY").path(i).intValue();
            directions[i] = root.path("directions").path(i).floatValue();
        }
        int width = root.path("width").intValue();
        int height = root.path("height").intValue();
        return new Minutiae(width, height, x, y, directions, types).ordered();
    }

    /** The bytes of a native template. */
    public static byte[] write(Minutiae minutiae) {
        WipedStream bytes = new WipedStream(HEADER + LONGEST_MINUTIA * minutiae.count());
        try (JsonGenerator out = CBOR.createGenerator(bytes)) {
            int count = minutiae.count();
            out.writeStartObject();
            out.writeStringField("version", FingerprintCompatibility.version() + "-java");
            out.writeNumberField("width", minutiae.width());
            out.writeNumberField("height", minutiae.height());
            out.writeArrayFieldStart("positionsX");
            for (int i = 0; i < count; i++) {
                out.writeNumber(minutiae.x(i));
            }
            out.writeEndArray();
            out.writeArrayFieldStart("positionsY");
            for (int i = 0; i < count; i++) {
                out.writeNumber(minutiae.y(i));
            }
            out.writeEndArray();
            out.writeArrayFieldStart("directions");
            for (int i = 0; i < count; i++) {
                out.writeNumber(minutiae.direction(i));
            }
            out.writeEndArray();
            byte[] types = new byte[count];
            for (int i = 0; i < count; i++) {
                types[i] = minutiae.type(i);
            }
            out.writeStringField("types", new String(types, StandardCharsets.US_ASCII));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.taken();
    }

    /** Long enough never to leave a shorter copy behind. */
    private static final class WipedStream extends ByteArrayOutputStream {
        private WipedStream(int size) {
            super(size);
        }

        private byte[] taken() {
            byte[] all = toByteArray();
            Arrays.fill(buf, (byte) 0);
            return all;
        }
    }
}
