package org.tamga.election.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The hashes every other hash is keyed with (EG 3.1.2, 3.1.4, 3.2.3, 3.3.2, 3.4.2). */
final class BaseHashes {
    private static final byte[] VERSION =
            Arrays.copyOf("v2.1.0".getBytes(StandardCharsets.US_ASCII), 32);

    private BaseHashes() {}

    /** H_P = H(ver; 00, p, q, g, n, k) (equation 4). */
    static byte[] parameters(int guardians, int threshold) {
        GroupParameters group = GroupParameters.STANDARD;
        return HashInput.domain(0x00)
                .element(group.p())
                .raw(Encoding.fixed(group.q(), Encoding.EXPONENT_BYTES))
                .element(group.g())
                .index(guardians)
                .index(threshold)
                .hash(VERSION);
    }

    /** H_B = H(H_P; 01, manifest) (equation 5). */
    static byte[] election(byte[] parameterHash, byte[] manifest) {
        return HashInput.domain(0x01).sized(manifest).hash(parameterHash);
    }

    /** H_E = H(H_B; 14, K): equation 30 without the key for ballot data, which is not used. */
    static byte[] extended(byte[] baseHash, BigInteger jointKey) {
        return HashInput.domain(0x14).element(jointKey).hash(baseHash);
    }

    /** H_I = H(H_E; 20, id_B), id_B as 32 bytes (equation 32). */
    static byte[] ballot(byte[] extendedBaseHash, BigInteger ballotId) {
        return HashInput.domain(0x20)
                .raw(Encoding.fixed(ballotId, Encoding.EXPONENT_BYTES))
                .hash(extendedBaseHash);
    }

    /** H_DI = H(H_E; 2A, S_device) (equation 72). */
    static byte[] device(byte[] extendedBaseHash, String terminal) {
        return HashInput.domain(0x2A)
                .sized(terminal.getBytes(StandardCharsets.UTF_8))
                .hash(extendedBaseHash);
    }
}
