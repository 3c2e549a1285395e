package org.tamga.election.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tamga.election.ballot.GuardianState.ReceivedShare;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;

/**
 * A guardian with its secrets: holds a polynomial of degree k − 1, gives every other guardian a
 * value of it, and later decrypts tallies with the sum of the values it received (EG 3.2, 3.6). One
 * process holds one guardian; everything that passes between guardians is a file. Not thread-safe.
 */
public final class Guardian implements AutoCloseable {
    private final int guardians;
    private final int threshold;
    private final byte[] parameterHash;
    private final GuardianPublicKey publicKey;
    private final Map<Integer, BigInteger> shares = new TreeMap<>();
    private List<BigInteger> coefficients;
    private BigInteger communicationSecret;

    private Guardian(GuardianState state) {
        guardians = state.guardians();
        threshold = state.threshold();
        parameterHash = BaseHashes.parameters(guardians, threshold);
        publicKey = state.publicKey();
        coefficients = state.coefficients().stream().map(ElementModQ::value).toList();
        communicationSecret = state.communicationSecret().value();
        state.received().forEach(share -> shares.put(share.sender(), share.value().value()));
        shares.put(index(), Shares.polynomialAt(index(), coefficients));
    }

    /**
     * A new guardian with fresh secrets.
     *
     * @param index 1…n
     * @param guardians n
     * @param threshold k, 1…n
     */
    public static Guardian create(int index, int guardians, int threshold, SecureRandom random) {
        if (threshold < 1 || threshold > guardians || index < 1 || index > guardians) {
            throw new IllegalArgumentException("guardian or threshold out of range");
        }
        List<BigInteger> coefficients = new ArrayList<>();
        for (int j = 0; j < threshold; j++) {
            coefficients.add(Group.STANDARD.randomExponent(random));
        }
        BigInteger communicationSecret = Group.STANDARD.randomExponent(random);
        GuardianPublicKey publicKey =
                GuardianKeyProofs.prove(
                        index,
                        BaseHashes.parameters(guardians, threshold),
                        coefficients,
                        communicationSecret,
                        random);
        return new Guardian(
                new GuardianState(
                        guardians,
                        threshold,
                        publicKey,
                        coefficients.stream().map(ElementModQ::new).toList(),
                        new ElementModQ(communicationSecret),
                        List.of()));
    }

    /**
     * A guardian from what {@link #secretState} gave.
     *
     * @throws IllegalArgumentException if the bytes are not that
     */
    public static Guardian restore(byte[] secretState) {
        try {
            return new Guardian(CanonicalJson.read(secretState, GuardianState.class));
        } catch (WireFormatException e) {
            throw new IllegalArgumentException("not the state of a guardian");
        }
    }

    /** All secrets with the shares received so far, to be sealed by the caller and wiped by it. */
    public byte[] secretState() {
        List<ReceivedShare> received = new ArrayList<>();
        shares.forEach(
                (sender, value) -> {
                    if (sender != index()) {
                        received.add(new ReceivedShare(sender, new ElementModQ(value)));
                    }
                });
        return CanonicalJson.write(
                new GuardianState(
                        guardians,
                        threshold,
                        publicKey,
                        coefficients.stream().map(ElementModQ::new).toList(),
                        new ElementModQ(communicationSecret),
                        received));
    }

    /** What the guardian publishes. */
    public GuardianPublicKey publicKey() {
        return publicKey;
    }

    /**
     * The share for another guardian, encrypted to it.
     *
     * @throws IllegalArgumentException if the receiver's key is not of this ceremony or not proved
     */
    public EncryptedShare shareFor(GuardianPublicKey receiver, SecureRandom random) {
        if (!isOther(receiver.index())
                || !GuardianKeyProofs.check(receiver, threshold, parameterHash).isEmpty()) {
            throw new IllegalArgumentException("no share for guardian " + receiver.index());
        }
        BigInteger share = Shares.polynomialAt(receiver.index(), coefficients);
        return new ShareCipher(parameterHash).encrypt(index(), receiver, share, random);
    }

    /** Checks the sender's key, opens the share, checks it against the commitments and keeps it. */
    public ShareReceipt receive(GuardianPublicKey sender, EncryptedShare share) {
        if (share.receiver() != index()
                || share.sender() != sender.index()
                || !isOther(sender.index())) {
            return refused(ProblemCode.SHARE_NOT_FOR_ME, share);
        }
        if (!GuardianKeyProofs.check(sender, threshold, parameterHash).isEmpty()) {
            return refused(ProblemCode.KEY_PROOF, share);
        }
        Optional<BigInteger> value =
                new ShareCipher(parameterHash).decrypt(share, publicKey, communicationSecret);
        if (value.isEmpty()) {
            return refused(ProblemCode.SHARE_UNREADABLE, share);
        }
        BigInteger expected = Shares.commitmentAt(index(), sender.commitments());
        if (!Group.STANDARD.powerOfG(value.get()).equals(expected)) {
            return refused(ProblemCode.SHARE_WRONG, share);
        }
        shares.put(sender.index(), value.get());
        return new ShareReceipt.Accepted(sender.index());
    }

    /** Whether the shares of all n − 1 others are here. */
    public boolean isComplete() {
        return shares.size() == guardians;
    }

    /**
     * The guardian's partial decryption of every candidate's aggregate, with proofs. It takes
     * nothing but what a {@link TallyReview} has passed.
     *
     * @throws IllegalStateException unless {@link #isComplete}
     * @throws IllegalArgumentException if the keys are not those of this guardian's ceremony
     */
    public TallyShare decryptShare(ReviewedTally tally, BallotKeys keys, SecureRandom random) {
        if (!isComplete()) {
            throw new IllegalStateException("shares of other guardians are missing");
        }
        BigInteger share =
                Group.STANDARD.modQ(
                        shares.values().stream().reduce(BigInteger.ZERO, BigInteger::add));
        PartialDecryption decryption = new PartialDecryption(keys, index());
        if (!decryption.isShare(share)) {
            throw new IllegalArgumentException("the keys are of another ceremony");
        }
        return decryption.decrypt(tally.tally(), share, random);
    }

    private int index() {
        return publicKey.index();
    }

    private boolean isOther(int guardian) {
        return guardian >= 1 && guardian <= guardians && guardian != index();
    }

    private static ShareReceipt refused(ProblemCode code, EncryptedShare share) {
        return new ShareReceipt.Refused(new Problem(code, "share from " + share.sender()));
    }

    /** Forgets the secrets. */
    @Override
    public void close() {
        coefficients = List.of();
        communicationSecret = BigInteger.ZERO;
        shares.clear();
    }

    @Override
    public String toString() {
        return "Guardian[" + index() + "]";
    }
}
