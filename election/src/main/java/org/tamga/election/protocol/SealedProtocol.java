package org.tamga.election.protocol;

import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Digests;

/** A protocol that may leave the station. Immutable. */
public final class SealedProtocol {
    private final ProtocolContent content;
    private final byte[] bytes;
    private final byte[] cms;
    private final DetachedSignature seal;

    SealedProtocol(ProtocolContent content, byte[] bytes, byte[] cms, DetachedSignature seal) {
        this.content = content;
        this.bytes = bytes;
        this.cms = cms;
        this.seal = seal;
    }

    public ProtocolContent content() {
        return content;
    }

    /** The file {@code protocol-v<version>.json}. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The file {@code protocol-v<version>.json.p7s}. */
    public byte[] cms() {
        return cms.clone();
    }

    /** The file {@code protocol-v<version>.json.sig}. */
    public DetachedSignature seal() {
        return seal;
    }

    /** SHA-256 of {@link #bytes}, lower-case hex. */
    public String hash() {
        return Digests.sha256Hex(bytes);
    }
}
