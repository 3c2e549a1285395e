package org.tamga.election.protocol;

import java.util.List;
import org.tamga.election.definition.Official;
import org.tamga.election.wire.Signer;

/** A protocol with all signatures that the policy asks for. */
public final class SignedProtocol {
    private SignedProtocol() {}

    public ProtocolContent content() {
        throw new UnsupportedOperationException("not yet");
    }

    public byte[] bytes() {
        throw new UnsupportedOperationException("not yet");
    }

    public String hash() {
        throw new UnsupportedOperationException("not yet");
    }

    public List<Official> signers() {
        throw new UnsupportedOperationException("not yet");
    }

    /** DER of one detached CMS with all signatures: {@code protocol-v<version>.json.p7s}. */
    public byte[] cms() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Takes one more signature in, after the needed ones. */
    public BalancedProtocol.Signing sign(Official official, byte[] cms) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Seals the protocol with the terminal's key. */
    public SealedProtocol seal(Signer terminal) {
        throw new UnsupportedOperationException("not yet");
    }
}
