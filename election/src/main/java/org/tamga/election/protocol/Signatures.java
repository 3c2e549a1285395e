package org.tamga.election.protocol;

import java.util.ArrayList;
import java.util.List;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.OfficialRole;
import org.tamga.election.definition.Station;
import org.tamga.election.protocol.BalancedProtocol.Signing;

/** The bytes of a protocol with the signatures gathered so far. Immutable. */
record Signatures(
        ProtocolContent content, byte[] bytes, Station station, int needed, List<One> given) {
    /** One official's detached CMS. */
    record One(Official official, byte[] cms) {}

    Signatures {
        given = List.copyOf(given);
    }

    List<Official> signers() {
        return given.stream().map(One::official).toList();
    }

    Signing add(Official official, byte[] cms) {
        if (signers().stream().anyMatch(signer -> signer.id().equals(official.id()))) {
            return new BalancedProtocol.Rejected(CmsFault.SIGNED_TWICE, official.id());
        }
        return switch (CmsSignatures.verify(bytes, cms, station.officials())) {
            case CmsVerdict.Invalid(CmsFault fault, String detail) ->
                    new BalancedProtocol.Rejected(fault, detail);
            case CmsVerdict.Valid(List<Official> signers) when !signers.equals(List.of(official)) ->
                    new BalancedProtocol.Rejected(
                            CmsFault.WRONG_OFFICIAL, "not signed by " + official.id() + " alone");
            case CmsVerdict.Valid valid -> with(new One(official, cms.clone())).outcome();
        };
    }

    private Signatures with(One one) {
        List<One> all = new ArrayList<>(given);
        all.add(one);
        return new Signatures(content, bytes, station, needed, all);
    }

    private Signing outcome() {
        boolean chairMissing =
                signers().stream().noneMatch(signer -> signer.role() == OfficialRole.CHAIR);
        int missing = Math.max(needed - given.size(), chairMissing ? 1 : 0);
        return missing > 0
                ? new BalancedProtocol.MoreNeeded(new BalancedProtocol(this), missing, chairMissing)
                : new BalancedProtocol.Complete(new SignedProtocol(this));
    }
}
