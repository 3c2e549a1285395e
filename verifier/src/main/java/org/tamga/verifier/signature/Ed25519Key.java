package org.tamga.verifier.signature;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.tamga.verifier.format.DetachedSignature;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.record.RecordFolder;

/** A public Ed25519 key (RFC 8032) and the signatures that the record holds under it. */
public final class Ed25519Key {
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    private final byte[] raw;

    private Ed25519Key(byte[] raw) {
        this.raw = raw;
    }

    /**
     * Reads a key.
     *
     * @param hex 32 bytes
     */
    public static Ed25519Key parse(String hex) throws MalformedException {
        byte[] raw = Hex.parse(hex, KEY_BYTES);
        if (!Ed25519.validatePublicKeyFull(raw, 0)) {
            throw new MalformedException("not an Ed25519 public key");
        }
        return new Ed25519Key(raw);
    }

    public byte[] raw() {
        return raw.clone();
    }

    /** SHA-256 of the raw key, hex: what people compare. */
    public String fingerprint() {
        return Hex.digest(raw);
    }

    /** Whether this key signed exactly these bytes. */
    public boolean signed(byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_BYTES
                && Ed25519.verify(signature, 0, raw, 0, message, 0, message.length);
    }

    /** Whether this key signed a content of a kind of ours. */
    public boolean signed(String kind, byte[] content, String signatureHex) {
        if (!Hex.isHex(signatureHex, SIGNATURE_BYTES)) {
            return false;
        }
        try {
            return signed(message(kind, content), Hex.parse(signatureHex, SIGNATURE_BYTES));
        } catch (MalformedException e) {
            return false;
        }
    }

    /** Checks the signature file beside a file of the record; reports what is wrong with it. */
    public boolean checkFile(RecordFolder folder, String name, String kind) {
        Findings findings = folder.findings();
        Optional<byte[]> content = folder.bytes(name);
        Optional<DetachedSignature> signature = folder.read(name + ".sig", DetachedSignature.class);
        if (content.isEmpty() || signature.isEmpty()) {
            return false;
        }
        DetachedSignature claim = signature.get();
        boolean ours =
                claim.algorithm().equals("Ed25519")
                        && claim.publicKey().equals(Hex.of(raw))
                        && claim.keyId().equals(fingerprint());
        findings.checked("signatures of files", 1);
        return findings.require(
                        ours, Code.SIGNATURE, name + ".sig", "signed by another key than expected")
                && findings.require(
                        signed(kind, content.get(), claim.signature()),
                        Code.SIGNATURE,
                        name,
                        "the signature in " + name + ".sig does not fit the file");
    }

    /** The signed bytes of a kind. */
    public static byte[] message(String kind, byte[] content) {
        byte[] prefix = ("tamga/" + kind + "/1\n").getBytes(StandardCharsets.US_ASCII);
        byte[] message = new byte[prefix.length + content.length];
        System.arraycopy(prefix, 0, message, 0, prefix.length);
        System.arraycopy(content, 0, message, prefix.length, content.length);
        return message;
    }
}
