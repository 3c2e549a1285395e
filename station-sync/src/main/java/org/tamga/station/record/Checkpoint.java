package org.tamga.station.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;

/**
 * {@code checkpoint.txt}: size and root of the ballot log in the text of C2SP tlog-checkpoint,
 * signed as a C2SP signed note. The signature is the product's own kind (Ed25519 over {@code
 * tamga/checkpoint/1}, line feed and the text), hence note signature type 0xff.
 */
final class Checkpoint {
    private static final byte OWN_TYPE = (byte) 0xff;
    private static final String TYPE_NAME = "tamga/checkpoint/1";

    private Checkpoint() {}

    /**
     * @param origin {@code tamga/<election>/<terminal>}
     * @param root hex of 32 bytes
     */
    static byte[] sign(String origin, int size, String root, Signer signer) {
        String root64 = Base64.getEncoder().encodeToString(Hex.parse(root));
        String text = origin + "\n" + size + "\n" + root64 + "\n";
        DetachedSignature signature =
                signer.sign(SignedKind.CHECKPOINT, text.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.writeBytes(keyId(origin, signer.publicKey()));
        named.writeBytes(Hex.parse(signature.signature()));
        String signature64 = Base64.getEncoder().encodeToString(named.toByteArray());
        return (text + "\n\u2014 " + origin + " " + signature64 + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] keyId(String origin, byte[] publicKey) {
        byte[] hash =
                Digests.sha256(
                        (origin + "\n").getBytes(StandardCharsets.UTF_8),
                        new byte[] {OWN_TYPE},
                        TYPE_NAME.getBytes(StandardCharsets.UTF_8),
                        publicKey);
        return Arrays.copyOf(hash, 4);
    }
}
