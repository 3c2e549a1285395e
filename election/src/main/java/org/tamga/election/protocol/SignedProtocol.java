package org.tamga.election.protocol;

import java.util.List;
import org.tamga.election.definition.Official;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;

/** A protocol with all signatures that the policy asks for. Immutable. */
public final class SignedProtocol {
    private final Signatures signatures;

    SignedProtocol(Signatures signatures) {
        this.signatures = signatures;
    }

    public ProtocolContent content() {
        return signatures.content();
    }

    /** The bytes of {@code protocol-v<version>.json}. */
    public byte[] bytes() {
        return signatures.bytes().clone();
    }

    /** SHA-256 of {@link #bytes}, lower-case hex. */
    public String hash() {
        return Digests.sha256Hex(signatures.bytes());
    }

    /** The officials who have signed, in the order of signing. */
    public List<Official> signers() {
        return signatures.signers();
    }

    /** DER of one detached CMS with all signatures: {@code protocol-v<version>.json.p7s}. */
    public byte[] cms() {
        return CmsSignatures.merge(signatures.given().stream().map(Signatures.One::cms).toList());
    }

    /** Takes one more signature in, beyond the needed ones. */
    public BalancedProtocol.Signing sign(Official official, byte[] cms) {
        return signatures.add(official, cms);
    }

    /** Seals the protocol with the operator terminal's key. */
    public SealedProtocol seal(Signer terminal) {
        byte[] bytes = bytes();
        return new SealedProtocol(
                content(), bytes, cms(), terminal.sign(SignedKind.PROTOCOL, bytes));
    }
}
