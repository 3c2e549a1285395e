package org.tamga.election.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tamga.election.count.ControlRatios;
import org.tamga.election.count.FormLines;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.OfficialRole;
import org.tamga.election.definition.ProtocolForm;
import org.tamga.election.definition.Severity;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.protocol.ProtocolOpening.Accepted;
import org.tamga.election.protocol.ProtocolOpening.Refused;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;

/** Opens sealed protocols: everything that the station checked is checked again. */
public final class SealedProtocols {
    private final ElectionPackage pack;
    private final ProtocolContent content;
    private final Station station;
    private final List<Contest> contests;

    private SealedProtocols(ElectionPackage pack, ProtocolContent content, Station station) {
        this.pack = pack;
        this.content = content;
        this.station = station;
        this.contests = pack.contestsOf(station);
    }

    /**
     * Opens a protocol. Whether its counters are those of the journal is for whoever holds the
     * journal to check.
     *
     * @param bytes {@code protocol-v<version>.json}
     * @param cms {@code protocol-v<version>.json.p7s}
     * @param seal {@code protocol-v<version>.json.sig}
     * @param packageHash SHA-256 of {@code election-package.json}, lower-case hex
     */
    public static ProtocolOpening open(
            byte[] bytes,
            byte[] cms,
            DetachedSignature seal,
            ElectionPackage pack,
            String packageHash) {
        ProtocolContent content;
        try {
            content = CanonicalJson.read(bytes, ProtocolContent.class);
        } catch (WireFormatException e) {
            return new Refused(ProtocolRefusal.MALFORMED, e.detail());
        }
        if (content.formatVersion() != ProtocolContent.FORMAT) {
            return new Refused(ProtocolRefusal.MALFORMED, "format " + content.formatVersion());
        }
        if (!content.electionId().equals(pack.electionId())
                || !content.packageHash().equals(packageHash)) {
            return new Refused(ProtocolRefusal.FOREIGN, "of another election or package");
        }
        return pack.station(content.stationId())
                .map(station -> new SealedProtocols(pack, content, station).check(bytes, cms, seal))
                .orElseGet(
                        () ->
                                new Refused(
                                        ProtocolRefusal.FOREIGN,
                                        "no station " + content.stationId()));
    }

    private ProtocolOpening check(byte[] bytes, byte[] cms, DetachedSignature seal) {
        if (!isSealed(bytes, seal)) {
            return new Refused(
                    ProtocolRefusal.BAD_SEAL, "not sealed by an operator terminal of the station");
        }
        return switch (CmsSignatures.verify(bytes, cms, station.officials())) {
            case CmsVerdict.Invalid(CmsFault fault, String detail) ->
                    new Refused(ProtocolRefusal.BAD_SIGNATURE, fault.code() + " " + detail);
            case CmsVerdict.Valid(List<Official> signers) when !areEnough(signers) ->
                    new Refused(ProtocolRefusal.TOO_FEW_SIGNERS, signers.size() + " signatures");
            case CmsVerdict.Valid(List<Official> signers) -> numbers(signers, bytes, cms, seal);
        };
    }

    private boolean isSealed(byte[] bytes, DetachedSignature seal) {
        return station.terminals().stream()
                .filter(terminal -> terminal.kind() == TerminalKind.OPERATOR)
                .anyMatch(
                        terminal ->
                                seal.verifies(
                                        SignedKind.PROTOCOL,
                                        bytes,
                                        Hex.parse(terminal.signingKey())));
    }

    private boolean areEnough(List<Official> signers) {
        return signers.size() >= pack.policies().protocolSignersMinimum()
                && signers.stream().anyMatch(signer -> signer.role() == OfficialRole.CHAIR);
    }

    private ProtocolOpening numbers(
            List<Official> signers, byte[] bytes, byte[] cms, DetachedSignature seal) {
        if (!isConsistent()) {
            return new Refused(
                    ProtocolRefusal.INCONSISTENT,
                    "lines, counters, ratios or results contradict each other");
        }
        List<RatioOutcome> broken =
                content.ratios().stream()
                        .filter(outcome -> !outcome.holds())
                        .filter(
                                outcome ->
                                        outcome.severity() == Severity.ERROR
                                                || content.answers()
                                                        .getOrDefault(outcome.key(), "")
                                                        .isBlank())
                        .toList();
        return broken.isEmpty()
                ? new Accepted(
                        new SealedProtocol(content, bytes.clone(), cms.clone(), seal), signers)
                : new Refused(ProtocolRefusal.NOT_BALANCED, broken.getFirst().key());
    }

    private boolean isConsistent() {
        ProtocolForm form = pack.protocolForm();
        Map<String, Long> lines = content.lines();
        Set<String> expected =
                FormLines.of(form, contests).stream()
                        .map(FormLines.ConcreteLine::key)
                        .collect(Collectors.toCollection(HashSet::new));
        boolean version =
                content.version() >= 1
                        && (content.version() == 1) == (content.supersedes() == null)
                        && (content.version() == 1) == (content.reason() == null);
        return version
                && lines.keySet().equals(expected)
                && lines.values().stream().allMatch(value -> value >= 0)
                && ProtocolLines.withCounters(form, contests, lines, content.counters())
                        .equals(lines)
                && ProtocolLines.results(form, contests, lines).equals(content.results())
                && ControlRatios.evaluate(form, contests, lines).equals(content.ratios());
    }
}
