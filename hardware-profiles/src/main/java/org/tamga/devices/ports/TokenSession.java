package org.tamga.devices.ports;

import java.security.cert.X509Certificate;
import java.util.List;

/** A token that is logged in. Closing logs out; the next session asks for the PIN again. */
public interface TokenSession extends AutoCloseable {
    /** The signer's certificate first, its issuers after it as far as the token holds them. */
    List<X509Certificate> chain();

    /**
     * Signs with the key of the first certificate; the key never leaves the token.
     *
     * @param algorithm Java's standard name, e.g. {@code SHA256withECDSA}
     * @param data all bytes to be signed
     */
    TokenSignature sign(String algorithm, byte[] data);

    @Override
    void close();
}
