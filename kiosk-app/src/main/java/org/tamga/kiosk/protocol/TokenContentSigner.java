package org.tamga.kiosk.protocol;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.tamga.devices.ports.TokenSession;
import org.tamga.devices.ports.TokenSignature;

/** Lets a token make the signatures of CMS; the key stays there. */
final class TokenContentSigner implements ContentSigner {
    private final TokenSession session;
    private final String algorithm;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    /**
     * @param algorithm Java's name of the signature
     */
    TokenContentSigner(TokenSession session, String algorithm) {
        this.session = session;
        this.algorithm = algorithm;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
    }

    @Override
    public OutputStream getOutputStream() {
        content.reset();
        return content;
    }

    @Override
    public byte[] getSignature() {
        return switch (session.sign(algorithm, content.toByteArray())) {
            case TokenSignature.Signed(byte[] signature) -> signature;
            case TokenSignature.Failed(var fault, String detail) ->
                    throw new TokenFailure(fault, detail);
        };
    }
}
