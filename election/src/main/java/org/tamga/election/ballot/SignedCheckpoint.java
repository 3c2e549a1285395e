package org.tamga.election.ballot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Signer;

/**
 * A checkpoint with signatures: the content of {@code checkpoint.txt} (C2SP signed-note, Ed25519).
 *
 * @param checkpoint what is signed
 * @param signatures in the order they were given
 */
public record SignedCheckpoint(Checkpoint checkpoint, List<NoteSignature> signatures) {
    private static final byte[] ED25519 = {'\n', 1};
    private static final String SIGNATURE_START = "— ";
    private static final int KEY_HASH_BYTES = 4;

    public SignedCheckpoint {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature line.
     *
     * @param keyName no white space, no plus sign
     * @param value base64 of key hash and signature
     */
    public record NoteSignature(String keyName, String value) {
        /**
         * @throws IllegalArgumentException if a part has another form
         */
        public NoteSignature {
            if (!keyName.matches("[^\\s+]+")) {
                throw new IllegalArgumentException("not a key name");
            }
            Base64.getDecoder().decode(value);
        }
    }

    /** Nobody's checkpoint yet. */
    public static SignedCheckpoint unsigned(Checkpoint checkpoint) {
        return new SignedCheckpoint(checkpoint, List.of());
    }

    /**
     * With one more signature.
     *
     * @param keyName for a booth its log's origin
     */
    public SignedCheckpoint sign(String keyName, Signer signer) {
        byte[] signature = signer.signNote(checkpoint.bytes());
        byte[] hash = keyHash(keyName, signer.publicKey());
        byte[] value = Arrays.copyOf(hash, KEY_HASH_BYTES + signature.length);
        System.arraycopy(signature, 0, value, KEY_HASH_BYTES, signature.length);
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(new NoteSignature(keyName, Base64.getEncoder().encodeToString(value)));
        return new SignedCheckpoint(checkpoint, all);
    }

    /** Whether the holder of a key signed under this name; signatures by others are passed over. */
    public boolean isSignedBy(String keyName, byte[] publicKey) {
        byte[] message = checkpoint.bytes();
        byte[] hash = keyHash(keyName, publicKey);
        for (NoteSignature signature : signatures) {
            if (!signature.keyName().equals(keyName)) {
                continue;
            }
            byte[] value = Base64.getDecoder().decode(signature.value());
            if (value.length == KEY_HASH_BYTES + Ed25519.SIGNATURE_SIZE
                    && Arrays.equals(Arrays.copyOf(value, KEY_HASH_BYTES), hash)
                    && Ed25519.verify(
                            value, KEY_HASH_BYTES, publicKey, 0, message, 0, message.length)) {
                return true;
            }
        }
        return false;
    }

    /** The file's text. */
    public String text() {
        StringBuilder text = new StringBuilder(checkpoint.text()).append('\n');
        for (NoteSignature signature : signatures) {
            text.append(SIGNATURE_START)
                    .append(signature.keyName())
                    .append(' ')
                    .append(signature.value())
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * Reads the file's text.
     *
     * @throws IllegalArgumentException if it is anything else than {@link #text} writes
     */
    public static SignedCheckpoint parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("not a signed checkpoint");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : text.substring(end + 2).lines().toList()) {
            String[] words = line.split(" ", -1);
            if (words.length != 3) {
                throw new IllegalArgumentException("not a signed checkpoint");
            }
            signatures.add(new NoteSignature(words[1], words[2]));
        }
        SignedCheckpoint read =
                new SignedCheckpoint(Checkpoint.parse(text.substring(0, end + 1)), signatures);
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("not a signed checkpoint");
        }
        return read;
    }

    /** First 4 bytes of SHA-256(name ‖ 0A ‖ 01 ‖ public key). */
    static byte[] keyHash(String keyName, byte[] publicKey) {
        byte[] name = keyName.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Digests.sha256(name, ED25519, publicKey), KEY_HASH_BYTES);
    }
}
