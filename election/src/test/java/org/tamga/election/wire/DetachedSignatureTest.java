package org.tamga.election.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import org.junit.jupiter.api.Test;

class DetachedSignatureTest {
    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    private final Ed25519Signer signer = Ed25519Signer.generate();
    private final DetachedSignature signature = signer.sign(SignedKind.CARD, CONTENT);

    @Test
    void a_signature_holds_for_its_content_its_kind_and_its_key_only() {
        assertTrue(signature.verifies(SignedKind.CARD, CONTENT, signer.publicKey()));
        assertFalse(
                signature.verifies(SignedKind.CARD, "other".getBytes(UTF_8), signer.publicKey()));
        assertFalse(signature.verifies(SignedKind.ITEM, CONTENT, signer.publicKey()));
        assertFalse(
                signature.verifies(SignedKind.CARD, CONTENT, Ed25519Signer.generate().publicKey()));
    }

    @Test
    void a_signature_file_is_read_back() throws WireFormatException {
        assertEquals(signature, DetachedSignature.parse(signature.toBytes()));
    }

    @Test
    void a_signature_file_with_a_wrong_part_is_refused() {
        DetachedSignature good = signature;
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new DetachedSignature(
                                "RSA", good.keyId(), good.publicKey(), good.signature()));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new DetachedSignature(
                                "Ed25519", "00".repeat(32), good.publicKey(), good.signature()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DetachedSignature("Ed25519", good.keyId(), good.publicKey(), "00"));
    }

    @Test
    void another_implementation_agrees_on_key_and_signature() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] raw = RawKeys.of(pair.getPublic());
        Ed25519Signer ours = Ed25519Signer.of(pair.getPrivate(), raw);
        Signature theirs = Signature.getInstance("Ed25519");
        theirs.initVerify(pair.getPublic());
        theirs.update("tamga/card/1\ncontent".getBytes(UTF_8));
        assertTrue(theirs.verify(Hex.parse(ours.sign("card", CONTENT).signature())));
        assertArrayEquals(raw, ours.publicKey());
        assertThrows(
                IllegalArgumentException.class,
                () -> Ed25519Signer.of(pair.getPrivate(), signer.publicKey()));
    }
}
