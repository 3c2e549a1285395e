package org.tamga.election.voter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import org.bouncycastle.crypto.hpke.HPKE;
import org.tamga.election.wire.Signer;

/**
 * Seals and opens register files; the format is described in {@code docs/formats/register.md}.
 * Sealed with HPKE (RFC 9180) in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 */
public final class RegisterFiles {
    static final byte[] MAGIC = "TAMGAREG1\n".getBytes(StandardCharsets.US_ASCII);

    private RegisterFiles() {}

    /**
     * The bytes of a register file that only one terminal can read.
     *
     * @param x25519Public raw X25519 key of the operator terminal, 32 bytes
     */
    public static byte[] seal(RegisterContent content, byte[] x25519Public, Signer central) {
        return RegisterSealer.seal(content, x25519Public, central);
    }

    /**
     * Checks and opens a register file.
     *
     * @param currentVersion version that the terminal holds, 0 for none: a snapshot must be newer,
     *     a delta must begin exactly there
     */
    public static RegisterOpening open(
            byte[] file,
            PrivateKey x25519,
            byte[] x25519Public,
            byte[] centralPublicKey,
            String electionId,
            String stationId,
            int currentVersion) {
        return new RegisterOpener(
                        x25519,
                        x25519Public,
                        centralPublicKey,
                        electionId,
                        stationId,
                        currentVersion)
                .open(file);
    }

    static HPKE hpke() {
        return new HPKE(
                HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /** What a chunk is bound to: digest of the header and index from 0. */
    static byte[] bound(byte[] headerDigest, int index) {
        return ByteBuffer.allocate(headerDigest.length + Integer.BYTES)
                .put(headerDigest)
                .putInt(index)
                .array();
    }
}
