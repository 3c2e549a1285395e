package org.tamga.devices.chip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.jmrtd.PassportService;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.lds.icao.DG15File;

/**
 * Is the chip a copy of another? A genuine chip owns a private key that cannot be read out (ICAO
 * Doc 9303-11, clause 6). Not every chip has one, and not every chip can be asked by us.
 */
final class CopyCheck {
    private static final int CHALLENGE = 8;

    /** What the chip showed. */
    enum Proof {
        NOT_OFFERED,
        /** The chip signed what we threw at it. */
        ACTIVE,
        /** The chip went on talking under a key that only its owner can know. */
        CHIP,
        /** It offered a key and answered with another one's signature. */
        COPY,
        /** The exchange broke off: nothing is known. */
        NOT_COMPLETED
    }

    private final PassportService service;
    private final Provider provider;

    CopyCheck(PassportService service, Provider provider) {
        this.service = service;
        this.provider = provider;
    }

    /**
     * Chip authentication: secure messaging starts anew with keys that only the owner of the
     * private key can know; the caller's next command shows whether it does.
     *
     * @param file data group 14
     */
    Proof chipAuthentication(byte[] file) {
        try {
            var group = new DG14File(new ByteArrayInputStream(file));
            var keys = only(ChipAuthenticationPublicKeyInfo.class, group);
            var ways = only(ChipAuthenticationInfo.class, group);
            if (keys.isEmpty()) {
                return Proof.NOT_OFFERED;
            }
            var key = keys.getFirst();
            var way =
                    ways.stream()
                            .filter(w -> java.util.Objects.equals(w.getKeyId(), key.getKeyId()))
                            .findFirst()
                            .or(() -> ways.stream().findFirst());
            service.doEACCA(
                    key.getKeyId(),
                    // Without a way the key's kind tells it: the first version, triple DES.
                    way.map(ChipAuthenticationInfo::getObjectIdentifier).orElse(null),
                    key.getObjectIdentifier(),
                    key.getSubjectPublicKey());
            return Proof.CHIP;
        } catch (IOException | CardServiceException | RuntimeException e) {
            // Bytes of strangers: the library answers damage with whatever breaks inside it.
            return Proof.NOT_COMPLETED;
        }
    }

    private static <T> List<T> only(Class<T> kind, DG14File group) {
        return group.getSecurityInfos().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * Active authentication: the chip signs what we throw at it.
     *
     * @param file data group 15
     */
    Proof activeAuthentication(byte[] file) {
        byte[] challenge = new byte[CHALLENGE];
        new SecureRandom().nextBytes(challenge);
        try {
            PublicKey key = new DG15File(new ByteArrayInputStream(file)).getPublicKey();
            byte[] answer = service.doAA(key, "SHA-256", "", challenge).getResponse();
            return verifies(key, challenge, answer) ? Proof.ACTIVE : Proof.COPY;
        } catch (IOException
                | CardServiceException
                | GeneralSecurityException
                | RuntimeException e) {
            // As above.
            return Proof.NOT_COMPLETED;
        }
    }

    private boolean verifies(PublicKey key, byte[] challenge, byte[] answer)
            throws GeneralSecurityException {
        return switch (key) {
            case ECPublicKey ec -> verifiesEc(ec, challenge, answer);
            case RSAPublicKey rsa -> verifiesRsa(rsa, challenge, answer);
            default -> throw new GeneralSecurityException("a key of an unknown kind");
        };
    }

    /** ECDSA, plain encoding; the digest is the one of the issuer's choice. */
    private boolean verifiesEc(ECPublicKey key, byte[] challenge, byte[] answer)
            throws GeneralSecurityException {
        for (String digest : List.of("SHA256", "SHA1", "SHA224", "SHA384", "SHA512")) {
            var signature = Signature.getInstance(digest + "withPLAIN-ECDSA", provider);
            signature.initVerify(key);
            signature.update(challenge);
            if (signature.verify(answer)) {
                return true;
            }
        }
        return false;
    }

    /** ISO/IEC 9796-2, scheme 1, with message recovery; the trailer names the digest. */
    static boolean verifiesRsa(RSAPublicKey key, byte[] challenge, byte[] answer)
            throws GeneralSecurityException {
        int trailer = trailer(key, answer);
        boolean implicit = (trailer & 0xFF) == 0xBC;
        Digest digest = implicit ? new SHA1Digest() : digest(trailer);
        var signer = new ISO9796d2Signer(new RSAEngine(), digest, implicit);
        signer.init(false, new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent()));
        try {
            signer.updateWithRecoveredMessage(answer);
        } catch (org.bouncycastle.crypto.InvalidCipherTextException e) {
            return false;
        }
        signer.update(challenge, 0, challenge.length);
        return signer.verifySignature(answer);
    }

    /** The last two bytes of what was signed. */
    private static int trailer(RSAPublicKey key, byte[] answer) {
        BigInteger recovered =
                new BigInteger(1, answer).modPow(key.getPublicExponent(), key.getModulus());
        return recovered.intValue() & 0xFFFF;
    }

    private static Digest digest(int trailer) throws GeneralSecurityException {
        return switch (trailer) {
            case 0x33CC -> new SHA1Digest();
            case 0x34CC -> new SHA256Digest();
            case 0x35CC -> new SHA512Digest();
            case 0x36CC -> new SHA384Digest();
            case 0x38CC -> new SHA224Digest();
            default -> throw new GeneralSecurityException("an unknown digest");
        };
    }
}
