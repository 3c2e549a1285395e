package org.tamga.election.protocol;

import java.util.List;
import org.tamga.election.definition.Official;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;

/**
 * A protocol whose ratios hold. Its bytes are final; officials sign them one after another.
 * Immutable.
 */
public final class BalancedProtocol {
    private final Signatures signatures;

    BalancedProtocol(ProtocolContent content, ProtocolBasis basis) {
        this(
                new Signatures(
                        content,
                        CanonicalJson.write(content),
                        basis.station(),
                        basis.electionPackage().policies().protocolSignersMinimum(),
                        List.of()));
    }

    BalancedProtocol(Signatures signatures) {
        this.signatures = signatures;
    }

    public ProtocolContent content() {
        return signatures.content();
    }

    /** The bytes of {@code protocol-v<version>.json}, which officials sign. */
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

    /**
     * Takes a signature in.
     *
     * @param official an official of the station
     * @param cms DER of a detached CMS SignedData over {@link #bytes} with this official's
     *     signature alone
     */
    public Signing sign(Official official, byte[] cms) {
        return signatures.add(official, cms);
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
