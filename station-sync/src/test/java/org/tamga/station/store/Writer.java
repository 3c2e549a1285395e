package org.tamga.station.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Map;
import org.tamga.election.journal.EventType;
import org.tamga.election.voter.RegisterContent;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.Hex;
import org.tamga.station.Samples;

/**
 * A process of its own that writes to a store for ever and prints one line for each write, after it
 * was acknowledged.
 */
final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "journal" -> appendForEver(folder);
            case "ballots" -> castForEver(folder);
            case "register" -> importForEver(folder);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void appendForEver(Path folder) {
        try (JournalStore journal = openJournal(folder)) {
            while (true) {
                acknowledge(
                        journal.append(
                                        EventType.SYNC_CONNECTED,
                                        Samples.MORNING,
                                        "system",
                                        Map.of())
                                .hash());
            }
        }
    }

    private static void castForEver(Path folder) {
        try (BallotBoxStore box = openBox(folder)) {
            for (int number = 0; ; number++) {
                if (box.cast(Samples.card(number), Samples.ballot(number))
                        instanceof BoxOutcome.Stored) {
                    acknowledge(Integer.toString(number));
                }
            }
        }
    }

    /** Whole registers of 200, 201, 202 … voters by turns: the version tells the number. */
    private static void importForEver(Path folder) {
        try (RegisterStore register = openRegister(folder)) {
            while (true) {
                int version = register.version() + 1;
                try (RegisterContent content = Samples.snapshot(version, votersIn(version))) {
                    register.apply(content);
                }
                acknowledge(Integer.toString(version));
            }
        }
    }

    static int votersIn(int version) {
        return 200 + version % 50;
    }

    static RegisterStore openRegister(Path folder) {
        Path file = folder.resolve("register.db");
        return Files.exists(file)
                ? RegisterStore.open(
                        file, Samples.key(3), Samples.ELECTION, Samples.STATION, Samples.OPERATOR)
                : RegisterStore.create(
                        file, Samples.key(3), Samples.ELECTION, Samples.STATION, Samples.OPERATOR);
    }

    private static void acknowledge(String line) {
        System.out.println(line);
        System.out.flush();
    }

    static JournalStore openJournal(Path folder) {
        Path file = folder.resolve("journal.db");
        return Files.exists(file)
                ? JournalStore.open(
                        file, Samples.key(1), Samples.ELECTION, Samples.OPERATOR, signer())
                : JournalStore.create(
                        file, Samples.key(1), Samples.ELECTION, Samples.OPERATOR, signer());
    }

    static BallotBoxStore openBox(Path folder) {
        Path file = folder.resolve("ballots.db");
        return Files.exists(file)
                ? BallotBoxStore.open(file, Samples.key(2), Samples.ELECTION, Samples.BOOTH, 8)
                : BallotBoxStore.create(file, Samples.key(2), Samples.ELECTION, Samples.BOOTH, 8);
    }

    /** The same key in every process: the first test vector of RFC 8032, 7.1. */
    private static Ed25519Signer signer() {
        byte[] secret =
                Hex.parse("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        byte[] open = Hex.parse("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        try {
            return Ed25519Signer.of(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret)),
                    open);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
