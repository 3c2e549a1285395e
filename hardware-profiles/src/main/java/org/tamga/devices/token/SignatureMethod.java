package org.tamga.devices.token;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * How a signature of Java's name is made by a token: the digest is taken here, the private key's
 * part there.
 *
 * @param mechanism {@code CKM_ECDSA} or {@code CKM_RSA_PKCS}
 */
record SignatureMethod(long mechanism, String digest, ASN1ObjectIdentifier digestId) {
    private static final long RSA_PKCS = 0x1;
    private static final long ECDSA = 0x1041;
    private static final Map<String, ASN1ObjectIdentifier> DIGESTS =
            Map.of(
                    "SHA-256", NISTObjectIdentifiers.id_sha256,
                    "SHA-384", NISTObjectIdentifiers.id_sha384,
                    "SHA-512", NISTObjectIdentifiers.id_sha512);

    /** Empty for names that tokens do not know: SHA-2 with RSA or ECDSA only. */
    static Optional<SignatureMethod> of(String algorithm) {
        String[] parts = algorithm.split("with", 2);
        String digest = parts[0].replace("SHA", "SHA-");
        ASN1ObjectIdentifier id = DIGESTS.get(digest);
        if (parts.length != 2 || id == null) {
            return Optional.empty();
        }
        return switch (parts[1]) {
            case "RSA" -> Optional.of(new SignatureMethod(RSA_PKCS, digest, id));
            case "ECDSA" -> Optional.of(new SignatureMethod(ECDSA, digest, id));
            default -> Optional.empty();
        };
    }

    /** What goes to the token: for RSA the digest with its name (PKCS #1, clause 9.2). */
    byte[] prepared(byte[] data) {
        try {
            byte[] hash = MessageDigest.getInstance(digest).digest(data);
            return mechanism == ECDSA
                    ? hash
                    : new DigestInfo(new AlgorithmIdentifier(digestId, DERNull.INSTANCE), hash)
                            .getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What comes from the token, as Java has it: for ECDSA two numbers in a row become DER. */
    byte[] finished(byte[] signature) {
        if (mechanism != ECDSA) {
            return signature;
        }
        int half = signature.length / 2;
        BigInteger r = new BigInteger(1, Arrays.copyOf(signature, half));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length));
        try {
            return new DERSequence(
                            new org.bouncycastle.asn1.ASN1Encodable[] {
                                new ASN1Integer(r), new ASN1Integer(s)
                            })
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
