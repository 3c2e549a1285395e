package org.tamga.devices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.TokenSession;
import org.tamga.devices.ports.TokenSignature;
import org.tamga.devices.profile.DeviceClass;

/** What a token signs to be tested, and whether its own certificate bears the signature out. */
final class TestSignature {
    private TestSignature() {}

    static SelfTest.Outcome of(TokenSession session) {
        X509Certificate certificate = session.chain().getFirst();
        String key = certificate.getPublicKey().getAlgorithm();
        String algorithm = key.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        byte[] data = "self-test".getBytes(StandardCharsets.US_ASCII);
        return switch (session.sign(algorithm, data)) {
            case TokenSignature.Failed(DeviceFault fault, String detail) ->
                    SelfTest.Outcome.failed(DeviceClass.SIGNING_TOKEN, fault, detail);
            case TokenSignature.Signed(byte[] signature) ->
                    holds(certificate, algorithm, data, signature)
                            ? SelfTest.Outcome.passed(
                                    DeviceClass.SIGNING_TOKEN,
                                    "%s key of %s signs"
                                            .formatted(key, certificate.getSubjectX500Principal()))
                            : SelfTest.Outcome.failed(
                                    DeviceClass.SIGNING_TOKEN,
                                    DeviceFault.NOT_GENUINE,
                                    "the signature does not fit the certificate");
        };
    }

    private static boolean holds(
            X509Certificate certificate, String algorithm, byte[] data, byte[] signature) {
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(certificate);
            check.update(data);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
