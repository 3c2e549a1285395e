package org.tamga.election.protocol;

import java.util.List;
import org.tamga.election.definition.Official;

/** What came of opening a protocol that arrived somewhere. */
public sealed interface ProtocolOpening {
    record Accepted(SealedProtocol protocol, List<Official> signers) implements ProtocolOpening {
        public Accepted {
            signers = List.copyOf(signers);
        }
    }

    /**
     * @param detail one English line for the technician
     */
    record Refused(ProtocolRefusal reason, String detail) implements ProtocolOpening {}
}
