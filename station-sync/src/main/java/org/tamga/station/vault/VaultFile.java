package org.tamga.station.vault;

import java.util.List;

/**
 * Content of {@code vault.json}.
 *
 * @param format always 1
 * @param threshold officials needed
 * @param memoryKib cost of Argon2id, see {@link CodeHardening}
 * @param iterations cost of Argon2id
 * @param shares one for each official
 * @param identity password of {@code identity.p12}, UTF-8, sealed by the data key; base64
 */
record VaultFile(
        int format,
        int threshold,
        int memoryKib,
        int iterations,
        List<Share> shares,
        String identity) {
    static final int FORMAT = 1;

    VaultFile {
        shares = List.copyOf(shares);
        if (format != FORMAT || threshold < 2 || threshold > shares.size()) {
            throw new IllegalArgumentException("not a vault");
        }
    }

    CodeHardening hardening() {
        return new CodeHardening(memoryKib, iterations);
    }

    /**
     * @param official id of the official
     * @param part index of the share, 1 to 255
     * @param salt 16 random bytes, base64
     * @param sealed the share sealed by the key made of the official's code; base64
     */
    record Share(String official, int part, String salt, String sealed) {
        /** What the share is bound to. */
        static String purpose(String official, int part) {
            return "tamga/vault/1|share|" + part + "|" + official;
        }
    }
}
