package org.tamga.devices.simulator.token;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * SoftHSM's file of a token: attributes in a row, each its type, its kind and its value in eight
 * bytes, big-endian.
 */
final class TokenFile {
    private static final long TOKEN_FLAGS = 0x8000534BL;
    private static final long LOCKED = 0x40000;

    private TokenFile() {}

    /** Sets the flag {@code CKF_USER_PIN_LOCKED}. */
    static void setLocked(Path file, boolean locked) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        for (int at = 0; at + 24 <= bytes.capacity(); at++) {
            if (bytes.getLong(at) == TOKEN_FLAGS) {
                long flags = bytes.getLong(at + 16);
                bytes.putLong(at + 16, locked ? flags | LOCKED : flags & ~LOCKED);
                Files.write(file, bytes.array());
                return;
            }
        }
        throw new IOException("the token's flags are not where SoftHSM 2 has them");
    }
}
