package org.tamga.devices.simulator.chip;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** The private key by which a chip proves that it is no copy: chip authentication, AES-128. */
final class ChipKey {
    /** id-CA-ECDH-AES-CBC-CMAC-128, value bytes of the object identifier. */
    static final byte[] OID = Bytes.of(4, 0, 0x7F, 0, 7, 2, 2, 3, 2, 2);

    private final BigInteger secret;

    ChipKey() {
        secret =
                BigIntegers.createRandomInRange(
                        BigInteger.ONE,
                        PaceAccess.CURVE.getN().subtract(BigInteger.ONE),
                        new SecureRandom());
    }

    ECPoint publicPoint() {
        return PaceAccess.CURVE.getG().multiply(secret).normalize();
    }

    /** A fresh channel; empty when the bytes are no point of the curve. */
    Optional<SecureChannel> agree(byte[] point) {
        try {
            ECPoint shared = PaceAccess.CURVE.getCurve().decodePoint(point).multiply(secret);
            return Optional.of(
                    new SecureChannel(CardCrypto.AES, PaceAccess.x(shared), new byte[16]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
