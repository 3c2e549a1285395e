package org.tamga.election.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.tamga.election.wire.Hex;

/**
 * Signed hashed ElGamal for shares (EG 3.2.2, equations 15 to 23), for one share instead of two:
 * the key for ballot data is not used.
 */
final class ShareCipher {
    private static final Group GROUP = Group.STANDARD;
    private static final int SHARE_BYTES = Encoding.EXPONENT_BYTES;

    private final byte[] parameterHash;

    ShareCipher(byte[] parameterHash) {
        this.parameterHash = parameterHash.clone();
    }

    EncryptedShare encrypt(
            int sender, GuardianPublicKey receiver, BigInteger share, SecureRandom random) {
        BigInteger receiverKey = receiver.communicationKey().value();
        BigInteger xi = GROUP.randomExponent(random);
        BigInteger alpha = GROUP.powerOfG(xi);
        BigInteger beta = GROUP.power(receiverKey, xi);
        byte[] keyStream = keyStream(sender, receiver.index(), receiverKey, alpha, beta);
        byte[] encrypted = xor(Encoding.fixed(share, SHARE_BYTES), keyStream);
        BigInteger u = GROUP.randomExponent(random);
        BigInteger challenge =
                challenge(sender, receiver.index(), GROUP.powerOfG(u), alpha, encrypted);
        BigInteger response = GROUP.modQ(u.subtract(challenge.multiply(xi)));
        return new EncryptedShare(
                sender,
                receiver.index(),
                new ElementModP(alpha),
                Hex.of(encrypted),
                new ExponentProof(new ElementModQ(challenge), new ElementModQ(response)));
    }

    /**
     * The share, unless the proof fails or what comes out is no integer modulo q.
     *
     * @param receiver who decrypts
     * @param secret its ζ
     */
    Optional<BigInteger> decrypt(
            EncryptedShare share, GuardianPublicKey receiver, BigInteger secret) {
        BigInteger alpha = share.ephemeral().value();
        if (!Hex.isBytes(share.encrypted(), SHARE_BYTES) || !GROUP.contains(alpha)) {
            return Optional.empty();
        }
        byte[] encrypted = Hex.parse(share.encrypted());
        BigInteger c = share.proof().challenge().value();
        BigInteger v = share.proof().response().value();
        BigInteger gamma = GROUP.multiply(GROUP.powerOfG(v), GROUP.power(alpha, c));
        if (!challenge(share.sender(), share.receiver(), gamma, alpha, encrypted).equals(c)) {
            return Optional.empty();
        }
        byte[] keyStream =
                keyStream(
                        share.sender(),
                        share.receiver(),
                        receiver.communicationKey().value(),
                        alpha,
                        GROUP.power(alpha, secret));
        BigInteger value = new BigInteger(1, xor(encrypted, keyStream));
        return Optional.of(value).filter(x -> x.compareTo(GroupParameters.STANDARD.q()) < 0);
    }

    /** k = H(H_P; 11, i, l, κ(l), α, β), then one block of HMAC(k) in counter mode (eq. 16, 17). */
    private byte[] keyStream(
            int sender, int receiver, BigInteger receiverKey, BigInteger alpha, BigInteger beta) {
        byte[] key =
                HashInput.domain(0x11)
                        .index(sender)
                        .index(receiver)
                        .element(receiverKey)
                        .element(alpha)
                        .element(beta)
                        .hash(parameterHash);
        return HashInput.domain(0x01)
                .literal("share_enc_keys")
                .raw(new byte[1])
                .literal("share_encrypt")
                .index(sender)
                .index(receiver)
                .raw(new byte[] {0x01, 0x00})
                .hash(key);
    }

    /** c̄ = H_q(H_P; 12, i, l, γ, C0, C1) (equation 20). */
    private BigInteger challenge(
            int sender, int receiver, BigInteger gamma, BigInteger alpha, byte[] encrypted) {
        return HashInput.domain(0x12)
                .index(sender)
                .index(receiver)
                .element(gamma)
                .element(alpha)
                .raw(encrypted)
                .hashModQ(parameterHash);
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] result = a.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= b[i];
        }
        return result;
    }
}
