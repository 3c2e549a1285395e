package org.tamga.election.voter;

import java.nio.charset.StandardCharsets;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;

/**
 * Says at which station a person of the region votes, without saying who the person is.
 *
 * @param pinHash HMAC-SHA256 of the personal number's digits under the register's salt, lower-case
 *     hex
 */
public record DirectoryEntry(String pinHash, String stationId) {
    public DirectoryEntry {
        if (!Hex.isBytes(pinHash, 32)) {
            throw new IllegalArgumentException(
                    "a hash of a personal number is 64 lower-case hex characters");
        }
    }

    /**
     * The hash under which a person is looked up.
     *
     * @param salt hex salt of the register
     */
    public static String hashOf(String salt, PersonalNumber number) {
        byte[] digits = number.digits().getBytes(StandardCharsets.US_ASCII);
        return Hex.of(Digests.hmacSha256(Hex.parse(salt), digits));
    }
}
