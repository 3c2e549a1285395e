package org.tamga.central.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.election.count.ControlRatios;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.FormLine;
import org.tamga.election.definition.LineKey;
import org.tamga.election.definition.LineScope;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.OfficialRole;
import org.tamga.election.definition.Severity;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.protocol.CmsSignatures;
import org.tamga.election.protocol.CmsVerdict;
import org.tamga.election.protocol.ProtocolContent;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;

/**
 * Whether a protocol may count: sealed by the terminal, signed by enough of its station's officials
 * and the chair, and every control ratio recomputed.
 */
final class ProtocolCheck {
    private static final Pattern NAME = Pattern.compile("protocol-v(\\d{1,4})\\.json");

    private final ElectionPackage electionPackage;
    private final String packageHash;

    ProtocolCheck(ElectionPackage electionPackage, String packageHash) {
        this.electionPackage = electionPackage;
        this.packageHash = packageHash;
    }

    Optional<Ingested.Refused> check(FileBundle bundle, Station station, Terminal terminal)
            throws WireFormatException {
        Map<String, byte[]> files = bundle.decoded();
        List<String> names =
                files.keySet().stream().filter(name -> NAME.matcher(name).matches()).toList();
        if (names.size() != 1) {
            return bad("one protocol is expected, not " + names.size());
        }
        String name = names.getFirst();
        byte[] json = file(files, name);
        byte[] cms = file(files, name + ".p7s");
        DetachedSignature seal = DetachedSignature.parse(file(files, name + ".sig"));
        if (!seal.verifies(SignedKind.PROTOCOL, json, Hex.parse(terminal.signingKey()))) {
            return bad("the seal is not the terminal's");
        }
        ProtocolContent content = CanonicalJson.read(json, ProtocolContent.class);
        Optional<String> problem = problem(content, name, station);
        if (problem.isEmpty()) {
            problem = signers(json, cms, station);
        }
        return problem.flatMap(ProtocolCheck::bad);
    }

    private Optional<String> problem(ProtocolContent content, String name, Station station) {
        Matcher version = NAME.matcher(name);
        if (!version.matches() || Integer.parseInt(version.group(1)) != content.version()) {
            return Optional.of("the version is not that of the file's name");
        }
        if (!content.electionId().equals(electionPackage.electionId())
                || !content.stationId().equals(station.id())
                || !content.packageHash().equals(packageHash)) {
            return Optional.of("the protocol is of another election, package or station");
        }
        List<Contest> contests = electionPackage.contestsOf(station);
        if (!content.results().equals(votes(content, contests))) {
            return Optional.of("the results are not the lines of votes");
        }
        List<RatioOutcome> outcomes =
                ControlRatios.evaluate(electionPackage.protocolForm(), contests, content.lines());
        if (!outcomes.equals(content.ratios())) {
            return Optional.of("the control ratios are not those of the lines");
        }
        return outcomes.stream()
                .filter(outcome -> !outcome.holds())
                .filter(
                        outcome ->
                                outcome.severity() == Severity.ERROR
                                        || !content.answers().containsKey(outcome.key()))
                .map(outcome -> "ratio " + outcome.key() + " does not hold")
                .findFirst();
    }

    private Map<String, Map<String, Long>> votes(ProtocolContent content, List<Contest> contests) {
        String line =
                electionPackage.protocolForm().lines().stream()
                        .filter(form -> form.scope() == LineScope.CANDIDATE)
                        .map(FormLine::code)
                        .findFirst()
                        .orElseThrow();
        var votes = new HashMap<String, Map<String, Long>>();
        for (Contest contest : contests) {
            var ofContest = new HashMap<String, Long>();
            contest.candidates()
                    .forEach(
                            candidate ->
                                    ofContest.put(
                                            candidate.id(),
                                            content.lines()
                                                    .getOrDefault(
                                                            LineKey.candidate(
                                                                    line,
                                                                    contest.id(),
                                                                    candidate.id()),
                                                            0L)));
            votes.put(contest.id(), ofContest);
        }
        return votes;
    }

    private Optional<String> signers(byte[] json, byte[] cms, Station station) {
        return switch (CmsSignatures.verify(json, cms, station.officials())) {
            case CmsVerdict.Invalid(var fault, String detail) ->
                    Optional.of("a signature is wrong: " + fault + ", " + detail);
            case CmsVerdict.Valid(List<Official> signers) -> {
                int fewest = electionPackage.policies().protocolSignersMinimum();
                boolean chair =
                        signers.stream().anyMatch(signer -> signer.role() == OfficialRole.CHAIR);
                long people = signers.stream().map(Official::id).distinct().count();
                yield people >= fewest && chair
                        ? Optional.empty()
                        : Optional.of(
                                "%d of %d signers, chair: %s".formatted(people, fewest, chair));
            }
        };
    }

    private static byte[] file(Map<String, byte[]> files, String name) throws WireFormatException {
        byte[] file = files.get(name);
        if (file == null) {
            throw new WireFormatException(name + " is missing");
        }
        return file;
    }

    private static Optional<Ingested.Refused> bad(String detail) {
        return ContentCheck.refused(IngestCode.BAD_PROTOCOL, detail);
    }
}
