package org.tamga.devices.chip;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.stream.Stream;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHA512tDigest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Active authentication by RSA, as chips of several states sign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyCheckTest {
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};

    private KeyPair keys;

    @BeforeAll
    void keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1_536);
        keys = generator.generateKeyPair();
    }

    static Stream<Arguments> signers() {
        return Stream.of(
                Arguments.of(new SHA1Digest(), true),
                Arguments.of(new SHA1Digest(), false),
                Arguments.of(new SHA224Digest(), false),
                Arguments.of(new SHA256Digest(), false),
                Arguments.of(new SHA384Digest(), false),
                Arguments.of(new SHA512Digest(), false));
    }

    @ParameterizedTest
    @MethodSource("signers")
    void a_signature_of_every_digest_is_taken_and_of_another_challenge_refused(
            Digest digest, boolean implicit) throws Exception {
        byte[] answer = sign(digest, implicit);
        assertTrue(verifies(CHALLENGE, answer));
        assertFalse(verifies(new byte[8], answer));
    }

    @Test
    void an_unknown_trailer_proves_nothing_in_either_direction() throws Exception {
        byte[] answer = sign(new SHA512tDigest(256), false);
        assertThrows(GeneralSecurityException.class, () -> verifies(CHALLENGE, answer));
    }

    private boolean verifies(byte[] challenge, byte[] answer) throws GeneralSecurityException {
        return CopyCheck.verifiesRsa((RSAPublicKey) keys.getPublic(), challenge, answer);
    }

    private byte[] sign(Digest digest, boolean implicit) throws Exception {
        var key = (RSAPrivateKey) keys.getPrivate();
        var signer = new ISO9796d2Signer(new RSAEngine(), digest, implicit);
        signer.init(true, new RSAKeyParameters(true, key.getModulus(), key.getPrivateExponent()));
        // The first part, of the chip's choice, is recovered from the signature.
        int around = implicit ? 2 : 3;
        byte[] first = new byte[key.getModulus().bitLength() / 8 - digest.getDigestSize() - around];
        signer.update(first, 0, first.length);
        signer.update(CHALLENGE, 0, CHALLENGE.length);
        return signer.generateSignature();
    }
}
