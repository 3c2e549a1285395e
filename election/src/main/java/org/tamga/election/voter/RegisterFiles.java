package org.tamga.election.voter;

import java.security.PrivateKey;
import org.tamga.election.wire.Signer;

/** Seals and opens register files; the format is described in {@code docs/formats/register.md}. */
public final class RegisterFiles {
    private RegisterFiles() {}

    /**
     * The bytes of a register file that only one terminal can read.
     *
     * @param x25519Public raw X25519 key of the operator terminal, 32 bytes
     */
    public static byte[] seal(RegisterContent content, byte[] x25519Public, Signer central) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Checks and opens a register file.
     *
     * @param currentVersion version that the terminal holds, 0 for none
     */
    public static RegisterOpening open(
            byte[] file,
            PrivateKey x25519,
            byte[] x25519Public,
            byte[] centralPublicKey,
            String electionId,
            String stationId,
            int currentVersion) {
        throw new UnsupportedOperationException("not yet");
    }
}
