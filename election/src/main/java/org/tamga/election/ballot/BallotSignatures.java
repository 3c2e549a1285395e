package org.tamga.election.ballot;

import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;

/** The booth terminal's signature on a decided ballot. */
public final class BallotSignatures {
    private BallotSignatures() {}

    /** The ballot with the signature in it; the canonical JSON of the result is its line. */
    public static EncryptedBallot sign(EncryptedBallot ballot, Signer terminalKey) {
        DetachedSignature signature = terminalKey.sign(SignedKind.BALLOT, unsigned(ballot));
        return ballot.withSignature(signature.signature());
    }

    /**
     * Whether the terminal signed the ballot.
     *
     * @param terminalKey raw Ed25519 public key, 32 bytes
     */
    public static boolean verifies(EncryptedBallot ballot, byte[] terminalKey) {
        String signature = ballot.signature();
        return signature != null
                && verifies(signature, SignedKind.BALLOT, unsigned(ballot), terminalKey);
    }

    static boolean verifies(String signature, String kind, byte[] content, byte[] publicKey) {
        if (!Hex.isBytes(signature, 64)) {
            return false;
        }
        return new DetachedSignature(
                        "Ed25519", Digests.sha256Hex(publicKey), Hex.of(publicKey), signature)
                .verifies(kind, content, publicKey);
    }

    private static byte[] unsigned(EncryptedBallot ballot) {
        return CanonicalJson.write(ballot.withSignature(null));
    }
}
