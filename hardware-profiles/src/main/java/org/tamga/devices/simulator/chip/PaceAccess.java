package org.tamga.devices.simulator.chip;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/**
 * The card's side of PACE with elliptic curves, generic mapping and AES-128 (ICAO Doc 9303-11,
 * clause 4.4), on brainpoolP256r1.
 */
final class PaceAccess {
    /** id-PACE-ECDH-GM-AES-CBC-CMAC-128, value bytes of the object identifier. */
    static final byte[] OID = Bytes.of(4, 0, 0x7F, 0, 7, 2, 2, 4, 2, 2);

    /** Standardized domain parameters 13 (clause 9.5.1). */
    static final int DOMAIN = 13;

    static final X9ECParameters CURVE = ECNamedCurveTable.getByName("brainpoolP256r1");

    private final SecureRandom random = new SecureRandom();
    private final byte[] password;
    private byte @Nullable [] nonce;
    private @Nullable ECPoint generator;
    private @Nullable ECPoint mine;
    private @Nullable ECPoint theirs;
    private byte @Nullable [] shared;

    PaceAccess(byte[] password) {
        this.password = password;
    }

    /** One step of general authentication: the content of the object 7C in, and out. */
    Answer step(byte[] content) {
        try {
            if (content.length == 0) {
                return nonce();
            }
            Optional<byte[]> mapping = Bytes.find(content, 0x81);
            if (mapping.isPresent()) {
                return map(mapping.get());
            }
            Optional<byte[]> key = Bytes.find(content, 0x83);
            return key.isPresent() ? agree(key.get()) : Answer.status(Answer.WRONG_DATA);
        } catch (IllegalArgumentException e) {
            // No point of the curve.
            return Answer.status(Answer.WRONG_DATA);
        }
    }

    private Answer nonce() {
        byte[] fresh = new byte[16];
        random.nextBytes(fresh);
        nonce = fresh;
        byte[] key = CardCrypto.derive(password, 3);
        byte[] sealed = CardCrypto.AES.encrypt(key, new byte[16], fresh);
        return Answer.ok(Bytes.tlv(0x7C, Bytes.tlv(0x80, sealed)));
    }

    private Answer map(byte[] point) {
        byte[] s = nonce;
        if (s == null) {
            return Answer.status(Answer.WRONG_DATA);
        }
        BigInteger mapping = scalar();
        ECPoint common = CURVE.getCurve().decodePoint(point).multiply(mapping);
        generator = CURVE.getG().multiply(new BigInteger(1, s)).add(common).normalize();
        byte[] own = CURVE.getG().multiply(mapping).getEncoded(false);
        return Answer.ok(Bytes.tlv(0x7C, Bytes.tlv(0x82, own)));
    }

    private Answer agree(byte[] point) {
        ECPoint base = generator;
        if (base == null) {
            return Answer.status(Answer.WRONG_DATA);
        }
        BigInteger key = scalar();
        ECPoint own = base.multiply(key).normalize();
        mine = own;
        ECPoint other = CURVE.getCurve().decodePoint(point);
        theirs = other;
        shared = x(other.multiply(key));
        return Answer.ok(Bytes.tlv(0x7C, Bytes.tlv(0x84, own.getEncoded(false))));
    }

    /** What a successful key agreement gives. */
    record Agreed(Answer answer, SecureChannel channel) {}

    /** The last step; empty when the other side does not know the password. */
    Optional<Agreed> confirm(byte[] token) {
        byte[] agreed = shared;
        ECPoint own = mine;
        ECPoint other = theirs;
        if (agreed == null || own == null || other == null) {
            return Optional.empty();
        }
        byte[] macKey = CardCrypto.derive(agreed, 2);
        if (!MessageDigest.isEqual(token, CardCrypto.AES.mac(macKey, publicKey(own)))) {
            return Optional.empty();
        }
        byte[] answer = CardCrypto.AES.mac(macKey, publicKey(other));
        return Optional.of(
                new Agreed(
                        Answer.ok(Bytes.tlv(0x7C, Bytes.tlv(0x86, answer))),
                        new SecureChannel(CardCrypto.AES, agreed, new byte[16])));
    }

    private static byte[] publicKey(ECPoint point) {
        return Bytes.tlv(0x7F49, Bytes.tlv(0x06, OID), Bytes.tlv(0x86, point.getEncoded(false)));
    }

    private BigInteger scalar() {
        return BigIntegers.createRandomInRange(
                BigInteger.ONE, CURVE.getN().subtract(BigInteger.ONE), random);
    }

    /** The x coordinate of a shared point, as long as the field. */
    static byte[] x(ECPoint point) {
        return point.normalize().getAffineXCoord().getEncoded();
    }
}
