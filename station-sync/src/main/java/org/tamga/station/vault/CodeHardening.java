package org.tamga.station.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Cost of turning a code into a key by Argon2id (RFC 9106).
 *
 * @param memoryKib memory in KiB, 8 to 1,048,576
 * @param iterations passes, 1 to 16
 */
public record CodeHardening(int memoryKib, int iterations) {
    /** 64 MiB and 3 passes: what a terminal uses. */
    public static final CodeHardening STANDARD = new CodeHardening(64 * 1024, 3);

    public CodeHardening {
        if (memoryKib < 8 || memoryKib > 1024 * 1024 || iterations < 1 || iterations > 16) {
            throw new IllegalArgumentException("Argon2id cost out of range");
        }
    }

    /** 32 bytes; the caller wipes them. */
    byte[] key(char[] code, byte[] salt) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(code));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(memoryKib)
                            .withIterations(iterations)
                            .withParallelism(1)
                            .withSalt(salt)
                            .build());
            byte[] key = new byte[32];
            argon2.generateBytes(bytes, key);
            return key;
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }
}
