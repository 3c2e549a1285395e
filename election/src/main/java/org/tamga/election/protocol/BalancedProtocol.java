package org.tamga.election.protocol;

import java.util.List;
import org.tamga.election.definition.Official;

/** A protocol whose ratios hold. Its bytes are final; officials sign them one after another. */
public final class BalancedProtocol {
    private BalancedProtocol() {}

    public ProtocolContent content() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The bytes of {@code protocol-v<version>.json}, which officials sign. */
    public byte[] bytes() {
        throw new UnsupportedOperationException("not yet");
    }

    /** SHA-256 of {@link #bytes}, lower-case hex. */
    public String hash() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The officials who have signed, in the order of signing. */
    public List<Official> signers() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Takes a signature in.
     *
     * @param official an official of the station
     * @param cms DER of a detached CMS SignedData over {@link #bytes} with the official's signature
     */
    public Signing sign(Official official, byte[] cms) {
        throw new UnsupportedOperationException("not yet");
    }

    /** What came of a signature. */
    public sealed interface Signing {}

    /** The signature was accepted, more are needed. */
    public record MoreNeeded(BalancedProtocol protocol, int signaturesMissing, boolean chairMissing)
            implements Signing {}

    /** The signature was accepted and the protocol has all it needs. */
    public record Complete(SignedProtocol protocol) implements Signing {}

    /** The signature was refused; the protocol is as before. */
    public record Rejected(CmsFault fault, String detail) implements Signing {}
}
