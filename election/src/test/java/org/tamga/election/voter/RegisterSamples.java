package org.tamga.election.voter;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.RawKeys;

/** A centre, a terminal and registers between them. */
final class RegisterSamples {
    final Ed25519Signer central = Ed25519Signer.generate();
    final PrivateKey secret;
    final byte[] raw;

    RegisterSamples() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            secret = pair.getPrivate();
            raw = RawKeys.of(pair.getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] seal(RegisterContent content) {
        return RegisterFiles.seal(content, raw, central);
    }

    RegisterOpening open(byte[] file, int currentVersion) {
        return RegisterFiles.open(
                file, secret, raw, central.publicKey(), "ky-2026", "0101", currentVersion);
    }

    RegisterContent snapshot(int voters, int version) {
        return content(RegisterKind.SNAPSHOT, 0, version, voters(voters, 300), List.of());
    }

    RegisterContent withPhotos(int voters, int photoBytes) {
        return content(RegisterKind.SNAPSHOT, 0, 1, voters(voters, photoBytes), List.of());
    }

    RegisterContent delta(int fromVersion, int version) {
        return content(RegisterKind.DELTA, fromVersion, version, voters(1, 10), List.of(id(77)));
    }

    PersonalNumber pin(int number) {
        return new KyrgyzPin("201011980%05d".formatted(number));
    }

    private static VoterId id(int number) {
        return new VoterId("%032x".formatted(number));
    }

    private List<VoterRecord> voters(int count, int photoBytes) {
        return IntStream.range(0, count).mapToObj(i -> voter(i, photoBytes)).toList();
    }

    private VoterRecord voter(int number, int photoBytes) {
        Random random = new Random(number);
        return new VoterRecord(
                id(number),
                pin(number),
                new PersonName("Осмонов", "Азамат", "Бакытович"),
                LocalDate.of(1980, 1, 1),
                "bs-1",
                VoterStatus.ELIGIBLE,
                number + 1,
                List.of(
                        new EnrolledFinger(2, WipingBytes.owning(bytes(random, 200))),
                        new EnrolledFinger(7, WipingBytes.owning(bytes(random, 150)))),
                WipingBytes.owning(bytes(random, photoBytes)));
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private RegisterContent content(
            RegisterKind kind,
            int fromVersion,
            int version,
            List<VoterRecord> upserts,
            List<VoterId> removals) {
        return new RegisterContent(
                "ky-2026",
                "0101",
                kind,
                fromVersion,
                version,
                Instant.parse("2026-11-20T10:00:00Z"),
                "ab".repeat(32),
                upserts,
                removals,
                List.of(
                        new DirectoryEntry(
                                DirectoryEntry.hashOf("ab".repeat(32), pin(9999)), "0102")));
    }
}
