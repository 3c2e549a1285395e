package org.tamga.matcher.dedup.grid;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(enrolments.size());
            for (Enrolment enrolment : enrolments) {
                out.writeUTF(enrolment.subject());
                byte[] record = record(enrolment);
                out.writeInt(record.length);
                out.write(record);
                Arrays.fill(record, (byte) 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<Enrolment> enrolments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String subject = in.readUTF();
                byte[] record = in.readNBytes(in.readInt());
                enrolments.add(enrolment(subject, record));
            }
            return enrolments;
        } catch (IOException e) {
            throw new IllegalStateException("a range of the gallery is damaged", e);
        }
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
