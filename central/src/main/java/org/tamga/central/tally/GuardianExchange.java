package org.tamga.central.tally;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.ballot.EncryptedShare;
import org.tamga.election.ballot.EncryptedTally;
import org.tamga.election.ballot.GuardianPublicKey;
import org.tamga.election.ballot.TallyShare;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.ElectionPackages;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;

/**
 * The folder that guardians and the centre write to: public keys, encrypted shares, tallies and
 * their partial decryptions, canonical JSON each; and the ballot boxes, laid out as in the public
 * record, that a guardian reads before it decrypts.
 */
public final class GuardianExchange {
    private static final String PACKAGE = "election-package.json";

    private final Path folder;

    /** The folder need not exist yet. */
    public GuardianExchange(Path folder) {
        this.folder = folder;
    }

    /** All tallies, and all partial decryptions of one guardian, are lists in a file. */
    record Tallies(List<EncryptedTally> tallies) {}

    record Decryptions(List<TallyShare> shares) {}

    void put(GuardianPublicKey key) {
        write("guardian-" + key.index() + ".json", key);
    }

    /** Public keys in the order of the guardians, without a gap from 1. */
    public List<GuardianPublicKey> publicKeys() {
        var keys = new ArrayList<GuardianPublicKey>();
        for (int i = 1; Files.exists(file("guardian-" + i + ".json")); i++) {
            keys.add(read("guardian-" + i + ".json", GuardianPublicKey.class));
        }
        return keys;
    }

    void put(EncryptedShare share) {
        write("share-%d-to-%d.json".formatted(share.sender(), share.receiver()), share);
    }

    EncryptedShare share(int sender, int receiver) {
        return read("share-%d-to-%d.json".formatted(sender, receiver), EncryptedShare.class);
    }

    /** Publishes the joint key. */
    public void put(BallotKeys keys) {
        write("ballot-keys.json", keys);
    }

    /**
     * The joint key.
     *
     * @throws CentralFailure CN-33 before the ceremony is finished
     */
    public BallotKeys ballotKeys() {
        return read("ballot-keys.json", BallotKeys.class);
    }

    /** Whether the joint key is published. */
    public boolean isFinished() {
        return Files.isRegularFile(file("ballot-keys.json"));
    }

    /** Gives the guardians the published election package and the boxes that tallies sum. */
    void putBoxes(Path electionPackage, List<BallotBox> boxes) {
        CentralHome.write(file(PACKAGE), CentralHome.read(electionPackage));
        CentralHome.write(
                file(PACKAGE + ".sig"), CentralHome.read(CentralHome.signatureOf(electionPackage)));
        boxes.forEach(box -> box.write(folder));
    }

    /**
     * The election package, signed by the centre whose key is in the signature.
     *
     * @throws CentralFailure CN-33 if it is missing, damaged or not signed
     */
    ElectionPackage electionPackage() {
        ElectionPackage election = read(PACKAGE, ElectionPackage.class);
        DetachedSignature signature = read(PACKAGE + ".sig", DetachedSignature.class);
        byte[] bytes = CentralHome.read(file(PACKAGE));
        if (!signature.verifies(
                        SignedKind.ELECTION_PACKAGE, bytes, Hex.parse(signature.publicKey()))
                || !ElectionPackages.problems(election).isEmpty()) {
            throw CentralFailure.failed("CN-33", PACKAGE + " is damaged in " + folder);
        }
        return election;
    }

    /** The boxes of a station's booths, all of them signed. */
    List<BallotBox> boxes(ElectionPackage election, Station station) {
        return station.terminals().stream()
                .filter(terminal -> terminal.kind() == TerminalKind.BOOTH)
                .flatMap(
                        booth ->
                                BallotBox.read(folder, election.electionId(), station, booth)
                                        .stream())
                .toList();
    }

    /** Gives the guardians what they are to decrypt; answers to an earlier tally are removed. */
    public void putTallies(List<EncryptedTally> tallies, int guardians) {
        try {
            for (int i = 1; i <= guardians; i++) {
                Files.deleteIfExists(file(decryption(i)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write("tallies.json", new Tallies(tallies));
    }

    /** What is to be decrypted. */
    public List<EncryptedTally> tallies() {
        return read("tallies.json", Tallies.class).tallies();
    }

    void putDecryption(int guardian, List<TallyShare> shares) {
        write(decryption(guardian), new Decryptions(shares));
    }

    /** Partial decryptions of a guardian, in the order of the tallies; empty if it gave none. */
    public List<TallyShare> decryptions(int guardian) {
        return Files.isRegularFile(file(decryption(guardian)))
                ? read(decryption(guardian), Decryptions.class).shares()
                : List.of();
    }

    private static String decryption(int guardian) {
        return "decryption-" + guardian + ".json";
    }

    private void write(String name, Object value) {
        CentralHome.write(file(name), CanonicalJson.write(value));
    }

    private <T> T read(String name, Class<T> type) {
        try {
            return CanonicalJson.read(Files.readAllBytes(file(name)), type);
        } catch (IOException | WireFormatException e) {
            throw CentralFailure.usage("CN-33", name + " is missing or damaged in " + folder);
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
