package org.tamga.station;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tamga.election.ballot.BallotState;
import org.tamga.election.ballot.EncryptedBallot;
import org.tamga.election.voter.DirectoryEntry;
import org.tamga.election.voter.EnrolledFinger;
import org.tamga.election.voter.KyrgyzPin;
import org.tamga.election.voter.PersonName;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.RegisterContent;
import org.tamga.election.voter.RegisterKind;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.election.voter.VoterStatus;
import org.tamga.election.voter.WipingBytes;
import org.tamga.election.wire.Digests;
import org.tamga.station.store.StoreKey;

/** Invented content for the tests of the stores. */
public final class Samples {
    public static final String ELECTION = "ky-test";
    public static final String STATION = "0101";
    public static final String OPERATOR = "0101-A";
    public static final String BOOTH = "0101-B";
    public static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
    public static final String SALT = "5a".repeat(32);

    private Samples() {}

    /** A key that is the same whenever the number is. */
    public static StoreKey key(int number) {
        byte[] raw = new byte[StoreKey.LENGTH];
        Arrays.fill(raw, (byte) number);
        return StoreKey.of(raw);
    }

    public static PersonalNumber pin(int number) {
        return new KyrgyzPin("201011980%05d".formatted(number));
    }

    public static VoterId voterId(int number) {
        return new VoterId("%032x".formatted(0x1000L + number * 7919L));
    }

    public static VoterRecord voter(int number) {
        return voter(number, pin(number), "bs-1");
    }

    public static VoterRecord voter(int number, PersonalNumber pin, String style) {
        byte[] template = new byte[500];
        new Random(number).nextBytes(template);
        return new VoterRecord(
                voterId(number),
                pin,
                new PersonName("Асанова" + number, "Айгүл", ""),
                LocalDate.of(1980, 1, 1),
                style,
                VoterStatus.ELIGIBLE,
                number + 1,
                List.of(
                        new EnrolledFinger(2, WipingBytes.copyOf(template)),
                        new EnrolledFinger(7, WipingBytes.copyOf(template))),
                WipingBytes.copyOf(("JPEG" + number).repeat(100).getBytes(StandardCharsets.UTF_8)));
    }

    public static RegisterContent snapshot(int version, int voters) {
        return new RegisterContent(
                ELECTION,
                STATION,
                RegisterKind.SNAPSHOT,
                0,
                version,
                MORNING,
                SALT,
                IntStream.range(0, voters).mapToObj(Samples::voter).toList(),
                List.of(),
                List.of(
                        new DirectoryEntry(DirectoryEntry.hashOf(SALT, pin(90_000)), "0202"),
                        new DirectoryEntry(DirectoryEntry.hashOf(SALT, pin(90_001)), "0303")));
    }

    public static RegisterContent delta(
            int from, int to, List<VoterRecord> upserts, List<VoterId> removals) {
        return new RegisterContent(
                ELECTION,
                STATION,
                RegisterKind.DELTA,
                from,
                to,
                MORNING,
                SALT,
                upserts,
                removals,
                List.of());
    }

    public static String card(int number) {
        return Digests.sha256Hex(("card " + number).getBytes(StandardCharsets.UTF_8));
    }

    /** A ballot of the size of a real one; what is inside does not matter to the box. */
    public static EncryptedBallot ballot(int number, BallotState state) {
        return new EncryptedBallot(
                Digests.sha256Hex(("ballot " + number).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 32),
                "bs-1",
                state,
                List.of(),
                ("%064x".formatted(number)).repeat(180),
                BOOTH,
                null,
                "ab".repeat(64));
    }

    public static EncryptedBallot ballot(int number) {
        return ballot(number, BallotState.CAST);
    }
}
