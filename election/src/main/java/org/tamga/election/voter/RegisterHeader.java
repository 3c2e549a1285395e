package org.tamga.election.voter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;

/**
 * The clear, signed part of a register file.
 *
 * @param recipient SHA-256 of the raw X25519 key it is sealed to, lower-case hex
 * @param encapsulated HPKE encapsulated key, lower-case hex of 32 bytes
 * @param recordCount voters, removals and directory entries together
 * @param chunks SHA-256 of each sealed chunk, lower-case hex
 */
record RegisterHeader(
        String electionId,
        String stationId,
        RegisterKind kind,
        int fromVersion,
        int version,
        Instant created,
        String salt,
        String recipient,
        String encapsulated,
        int recordCount,
        List<String> chunks) {
    RegisterHeader {
        chunks = List.copyOf(chunks);
        if (!Hex.isBytes(salt, 32)
                || !Hex.isBytes(recipient, 32)
                || !Hex.isBytes(encapsulated, 32)) {
            throw new IllegalArgumentException(
                    "salt, recipient and encapsulated key have 32 bytes each");
        }
        if (!chunks.stream().allMatch(chunk -> Hex.isBytes(chunk, 32))) {
            throw new IllegalArgumentException("a chunk's hash has 32 bytes");
        }
    }

    RegisterHeader withChunks(List<String> hashes) {
        return new RegisterHeader(
                electionId,
                stationId,
                kind,
                fromVersion,
                version,
                created,
                salt,
                recipient,
                encapsulated,
                recordCount,
                hashes);
    }

    /** What HPKE binds to the key: the election and the station. */
    static byte[] info(String electionId, String stationId) {
        return ("tamga register 1|" + electionId + "|" + stationId)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What every chunk is bound to: this header without hashes, to which the chunk adds its index.
     */
    byte[] digest() {
        return Digests.sha256(CanonicalJson.write(withChunks(List.of())));
    }
}
