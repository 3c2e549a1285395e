package org.tamga.central.tally;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.election.ballot.EncryptedShare;
import org.tamga.election.ballot.Guardian;
import org.tamga.election.ballot.GuardianPublicKey;
import org.tamga.election.ballot.ReviewedTally;
import org.tamga.election.ballot.ShareReceipt;
import org.tamga.election.ballot.TallyShare;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;

/**
 * One guardian at work: a folder with its secret, and the exchange folder where guardians leave
 * files for each other. No step reads another guardian's folder.
 */
public final class GuardianFolder {
    private static final String SECRET = "guardian.secret";
    private static final String DECRYPTED = "decrypted.json";

    private final Path folder;
    private final GuardianExchange exchange;

    /**
     * @param folder the guardian's own, on its own medium
     * @param exchange the common one; nothing in it is secret
     */
    public GuardianFolder(Path folder, Path exchange) {
        this.folder = folder;
        this.exchange = new GuardianExchange(exchange);
    }

    /**
     * First step: fresh secrets stay here, the public key goes to the exchange.
     *
     * @param fewestBallots cast ballots that a sum must have in each contest
     * @throws CentralFailure CN-31 if there is a guardian here already
     */
    public void create(int index, int guardians, int threshold, int fewestBallots) {
        if (Files.exists(secretFile())) {
            throw CentralFailure.usage("CN-31", "there is a guardian in " + folder + " already");
        }
        try (Guardian guardian = Guardian.create(index, guardians, threshold, new SecureRandom())) {
            keep(new GuardianRecord(fewestBallots, List.of()));
            keep(guardian);
            exchange.put(guardian.publicKey());
        }
    }

    /** Second step, when all public keys are there: an encrypted share for each other guardian. */
    public void share() {
        try (Guardian guardian = open()) {
            int own = guardian.publicKey().index();
            for (GuardianPublicKey other : exchange.publicKeys()) {
                if (other.index() != own) {
                    exchange.put(guardian.shareFor(other, new SecureRandom()));
                }
            }
        }
    }

    /**
     * Third step, when all shares are there: checks and keeps those for this guardian.
     *
     * @throws CentralFailure CN-32 naming the guardian whose share is wrong
     */
    public void receive() {
        try (Guardian guardian = open()) {
            int own = guardian.publicKey().index();
            for (GuardianPublicKey sender : exchange.publicKeys()) {
                if (sender.index() != own) {
                    accept(guardian, sender, exchange.share(sender.index(), own));
                }
            }
            keep(guardian);
        }
    }

    /**
     * After the polls: this guardian's part of the decryption of every tally, if the boxes in the
     * exchange bear them out. What is decrypted is remembered before any part of it leaves.
     *
     * @param smallElection whether all ballots of a contest may be fewer than agreed
     * @return the boxes, to be compared with what the stations printed
     * @throws CentralFailure CN-35 if this folder does not say what was decrypted before, CN-36 for
     *     a box that is not whole or not signed, CN-37 for a tally that is not to be decrypted
     */
    public List<BoothClosing> decrypt(boolean smallElection) {
        try (Guardian guardian = open()) {
            if (!guardian.isComplete()) {
                throw CentralFailure.usage(
                        "CN-31", "the guardian in " + folder + " lacks shares of the others");
            }
            GuardianRecord before = record();
            var request = DecryptionRequest.read(exchange);
            List<ReviewedTally> reviewed = request.review(before, smallElection);
            keep(before.with(reviewed));
            var shares = new ArrayList<TallyShare>();
            for (ReviewedTally tally : reviewed) {
                shares.add(guardian.decryptShare(tally, request.keys(), new SecureRandom()));
            }
            exchange.putDecryption(guardian.publicKey().index(), List.copyOf(shares));
            return request.closings();
        }
    }

    /** Whether a guardian lives here. */
    public boolean exists() {
        return Files.isRegularFile(secretFile());
    }

    private static void accept(Guardian guardian, GuardianPublicKey sender, EncryptedShare share) {
        ShareReceipt receipt = guardian.receive(sender, share);
        if (!(receipt instanceof ShareReceipt.Accepted)) {
            throw CentralFailure.failed(
                    "CN-32", "the share of guardian " + sender.index() + " is wrong: " + receipt);
        }
    }

    private Guardian open() {
        if (!exists()) {
            throw CentralFailure.usage("CN-31", "there is no guardian in " + folder);
        }
        byte[] secret = new byte[0];
        try {
            secret = Files.readAllBytes(secretFile());
            return Guardian.restore(secret);
        } catch (IOException | IllegalArgumentException e) {
            throw CentralFailure.usage("CN-31", "the guardian in " + folder + " cannot be read");
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private void keep(Guardian guardian) {
        byte[] secret = guardian.secretState();
        try {
            CentralHome.writeSecret(secretFile(), secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private GuardianRecord record() {
        try {
            return CanonicalJson.read(Files.readAllBytes(recordFile()), GuardianRecord.class);
        } catch (IOException | WireFormatException e) {
            throw CentralFailure.usage(
                    "CN-35", DECRYPTED + " of the guardian in " + folder + " cannot be read");
        }
    }

    private void keep(GuardianRecord record) {
        CentralHome.writeSecret(recordFile(), CanonicalJson.write(record));
    }

    private Path recordFile() {
        return folder.resolve(DECRYPTED);
    }

    private Path secretFile() {
        return folder.resolve(SECRET);
    }
}
