package org.tamga.election.protocol;

import org.tamga.election.wire.DetachedSignature;

/**
 * A protocol that may leave the station.
 *
 * @param bytes {@code protocol-v<version>.json}
 * @param cms {@code protocol-v<version>.json.p7s}
 * @param seal {@code protocol-v<version>.json.sig}
 */
public record SealedProtocol(
        ProtocolContent content, byte[] bytes, byte[] cms, DetachedSignature seal) {}
