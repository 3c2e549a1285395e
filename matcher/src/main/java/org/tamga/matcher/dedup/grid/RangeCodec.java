package org.tamga.matcher.dedup.grid;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.dedup.Enrolment;
import org.tamga.matcher.exchange.ExchangeFormat;
import org.tamga.matcher.exchange.TemplateExchange;
import org.tamga.matcher.exchange.TemplateExport;
import org.tamga.matcher.exchange.TemplateImport;

/** Enrolments as the grid keeps them: ids and our finger records, which carry a checksum. */
final class RangeCodec {
    private RangeCodec() {}

    /** The caller wipes the bytes. */
    static byte[] write(List<Enrolment> enrolments) {
        List<byte[]> parts = new ArrayList<>();
        for (Enrolment enrolment : enrolments) {
            parts.add(enrolment.subject().getBytes(StandardCharsets.UTF_8));
            parts.add(record(enrolment));
        }
        int length = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + length);
        bytes.putInt(enrolments.size());
        for (byte[] part : parts) {
            bytes.putInt(part.length).put(part);
            Arrays.fill(part, (byte) 0);
        }
        return bytes.array();
    }

    private static byte[] record(Enrolment enrolment) {
        return switch (TemplateExchange.write(enrolment.impressions(), ExchangeFormat.TAMGA)) {
            case TemplateExport.Exported(BiometricBytes bytes) -> {
                try (bytes) {
                    yield bytes.toByteArray();
                }
            }
            case TemplateExport.Refused refused ->
                    throw new IllegalArgumentException(refused.detail());
        };
    }

    /**
     * @throws IllegalStateException when they are not what {@link #write} made
     */
    static List<Enrolment> read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int count = in.getInt();
            List<Enrolment> enrolments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String subject = new String(part(in), StandardCharsets.UTF_8);
                enrolments.add(enrolment(subject, part(in)));
            }
            return enrolments;
        } catch (BufferUnderflowException e) {
            throw new IllegalStateException("a range of the gallery is damaged", e);
        }
    }

    private static byte[] part(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }

    private static Enrolment enrolment(String subject, byte[] record) {
        try (BiometricBytes bytes = BiometricBytes.owning(record)) {
            return switch (TemplateExchange.read(bytes)) {
                case TemplateImport.Imported imported ->
                        new Enrolment(subject, imported.impressions());
                case TemplateImport.Refused refused ->
                        throw new IllegalStateException(
                                "a range of the gallery is damaged: " + refused.code());
            };
        }
    }
}
