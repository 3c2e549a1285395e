package org.tamga.matcher.dedup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerImpression;

/**
 * Whom to compare: every subject of the batch with every other one of it and with every one of the
 * register. Both are ordered by subject id, so that the same people make the same blocks wherever
 * they are compared.
 *
 * @param register already free of duplicates, not compared with itself; may be empty
 */
public record Population(List<Enrolment> batch, List<Enrolment> register) {
    public Population {
        batch = ordered(batch);
        register = ordered(register);
        Set<String> ids = new HashSet<>();
        batch.forEach(enrolment -> checkNew(ids, enrolment));
        register.forEach(enrolment -> checkNew(ids, enrolment));
    }

    private static List<Enrolment> ordered(List<Enrolment> enrolments) {
        List<Enrolment> sorted = new ArrayList<>(enrolments);
        sorted.sort(Comparator.comparing(Enrolment::subject));
        return List.copyOf(sorted);
    }

    private static void checkNew(Set<String> ids, Enrolment enrolment) {
        if (!ids.add(enrolment.subject())) {
            throw new IllegalArgumentException("two subjects have the same id");
        }
    }

    public static long impressions(List<Enrolment> enrolments) {
        return enrolments.stream().mapToLong(enrolment -> enrolment.impressions().size()).sum();
    }

    /** SHA-256, in hexadecimal, of all ids, finger positions and templates, batch first. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DataOutputStream out =
                    new DataOutputStream(
                            new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
                write(batch, out);
                write(register, out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(List<Enrolment> enrolments, DataOutputStream out) throws IOException {
        out.writeInt(enrolments.size());
        for (Enrolment enrolment : enrolments) {
            out.writeUTF(enrolment.subject());
            out.writeInt(enrolment.impressions().size());
            for (FingerImpression impression : enrolment.impressions()) {
                out.writeByte(impression.position().code());
                try (BiometricBytes bytes = impression.template().toBytes()) {
                    byte[] content = bytes.toByteArray();
                    out.writeInt(content.length);
                    out.write(content);
                    Arrays.fill(content, (byte) 0);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "Population[" + batch.size() + " × " + register.size() + "]";
    }
}
