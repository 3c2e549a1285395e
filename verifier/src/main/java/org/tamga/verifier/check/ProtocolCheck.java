package org.tamga.verifier.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.LineScope;
import org.tamga.verifier.format.ElectionPackage.Severity;
import org.tamga.verifier.format.ElectionPackage.Station;
import org.tamga.verifier.format.JournalLine;
import org.tamga.verifier.format.Protocol;
import org.tamga.verifier.format.Protocol.Outcome;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.Ed25519Key;

/**
 * A station's protocol: identity, numbers, control ratios, seal, and what the journal says of it.
 */
public final class ProtocolCheck {
    private final RecordFolder folder;
    private final Findings findings;
    private final ElectionPackage election;
    private final String packageHash;
    private final Station station;
    private final Ed25519Key operatorKey;
    private final List<JournalLine> journal;
    private final Collection<BoothCheck.Box> boxes;

    /**
     * @param packageHash SHA-256 of the election package, hex
     * @param operatorKey of the terminal that the journal is of
     */
    public ProtocolCheck(
            RecordFolder folder,
            ElectionPackage election,
            String packageHash,
            Station station,
            Ed25519Key operatorKey,
            List<JournalLine> journal,
            Collection<BoothCheck.Box> boxes) {
        this.folder = folder;
        this.findings = folder.findings();
        this.election = election;
        this.packageHash = packageHash;
        this.station = station;
        this.operatorKey = operatorKey;
        this.journal = journal;
        this.boxes = boxes;
    }

    /** Checks every version; gives the last, which is the one that counts. */
    public Optional<Protocol> run() {
        Optional<Protocol> last = Optional.empty();
        String superseded = "";
        for (int version = 1; folder.has(name(version)); version++) {
            String name = name(version);
            byte[] bytes = folder.bytes(name).orElse(new byte[0]);
            last = folder.parse(name, bytes, Protocol.class);
            if (last.isPresent()) {
                identity(name, last.get(), version, superseded);
                numbers(name, last.get());
                atHead(name, last.get());
                booked(name, last.get(), Hex.digest(bytes));
            }
            operatorKey.checkFile(folder, name, "protocol");
            new ProtocolSignatures(folder, election, station).check(name, bytes);
            superseded = Hex.digest(bytes);
            findings.checked("protocols", 1);
        }
        nothingLeftOut();
        return last;
    }

    /** Without this, whoever publishes could leave a correction out, or a whole protocol. */
    private void nothingLeftOut() {
        for (JournalLine line : journal) {
            if (line.event().is("PROTOCOL_SEALED")) {
                String name = name(line.event().number("version"));
                String hash = line.event().value("hash");
                require(
                        folder.has(name)
                                && folder.bytes(name).map(Hex::digest).orElse("").equals(hash),
                        Code.PROTOCOL_JOURNAL,
                        name,
                        "not the file that was sealed by event " + line.event().seq());
            }
        }
    }

    private String name(long version) {
        return station.folder() + "/protocol-v" + version + ".json";
    }

    private void identity(String name, Protocol protocol, int version, String superseded) {
        String supersedes = protocol.supersedes();
        boolean correction = version == 1 ? supersedes == null : superseded.equals(supersedes);
        require(
                protocol.formatVersion() == 1
                        && protocol.electionId().equals(election.electionId())
                        && protocol.stationId().equals(station.id())
                        && protocol.version() == version
                        && correction
                        && (protocol.reason() == null) == (version == 1),
                Code.PROTOCOL,
                name,
                "of another election, station or version than its place in the record says");
        require(
                protocol.packageHash().equals(packageHash),
                Code.PROTOCOL,
                name,
                "drawn up for another election package");
    }

    private void numbers(String name, Protocol protocol) {
        RatioCheck ratios = new RatioCheck(election.protocolForm(), election.contestsOf(station));
        require(
                protocol.lines().keySet().equals(ratios.keys())
                        && protocol.lines().values().stream().allMatch(n -> n >= 0),
                Code.PROTOCOL,
                name,
                "the lines are not those of the form");
        require(
                protocol.results().equals(results(protocol)),
                Code.PROTOCOL,
                name,
                "the results are not the votes in the lines");
        List<Outcome> outcomes = ratios.outcomes(protocol.lines());
        require(
                protocol.ratios().equals(outcomes),
                Code.PROTOCOL_RATIOS,
                name,
                "the outcomes of the control ratios differ from their recomputation");
        for (Outcome outcome : outcomes) {
            if (!outcome.holds()) {
                String answer = protocol.answers().getOrDefault(outcome.key(), "");
                require(
                        outcome.severity() == Severity.WARNING && !answer.isBlank(),
                        Code.PROTOCOL_RATIOS,
                        name,
                        "ratio %s is broken: %d against %d"
                                .formatted(outcome.key(), outcome.leftSum(), outcome.rightSum()));
                if (outcome.severity() == Severity.WARNING) {
                    findings.note(
                            "%s: warning %s is broken; the commission's answer: %s"
                                    .formatted(name, outcome.key(), answer));
                }
            }
        }
        findings.checked("control ratios", outcomes.size());
    }

    private Map<String, Map<String, Long>> results(Protocol protocol) {
        String code =
                election.protocolForm().lines().stream()
                        .filter(line -> line.scope() == LineScope.CANDIDATE)
                        .map(line -> line.code())
                        .findFirst()
                        .orElse("");
        var results = new TreeMap<String, Map<String, Long>>();
        for (var contest : election.contestsOf(station)) {
            var votes = new TreeMap<String, Long>();
            for (var candidate : contest.candidates()) {
                String key = code + "@" + contest.id() + "@" + candidate.id();
                votes.put(candidate.id(), protocol.lines().getOrDefault(key, 0L));
            }
            results.put(contest.id(), votes);
        }
        return results;
    }

    /** The counters are those of the journal as it was when the protocol was drawn up. */
    private void atHead(String name, Protocol protocol) {
        JournalLine.Head head = protocol.journalHead();
        List<JournalLine> until =
                journal.stream().filter(line -> line.event().seq() <= head.seq()).toList();
        boolean known =
                !until.isEmpty()
                        && until.getLast().hash().equals(head.hash())
                        && until.getLast().event().terminal().equals(head.terminal())
                        && head.electionId().equals(election.electionId());
        require(known, Code.PROTOCOL_JOURNAL, name, "journalHead is not an event of the journal");
        Map<String, Long> counters = Counters.of(until);
        require(
                protocol.counters().equals(counters),
                Code.PROTOCOL_COUNTERS,
                name,
                "the counters differ from the journal: " + counters);
        for (var line : election.protocolForm().lines()) {
            String counter = line.counter();
            if (counter != null) {
                require(
                        protocol.lines()
                                .getOrDefault(line.code(), -1L)
                                .equals(counters.getOrDefault(counter, 0L)),
                        Code.PROTOCOL_COUNTERS,
                        name,
                        "line " + line.code() + " differs from the journal's " + counter);
            }
        }
        var roots = new TreeMap<String, String>();
        boxes.forEach(box -> roots.put(box.booth().id(), box.root()));
        require(
                protocol.boothRoots().equals(roots),
                Code.PROTOCOL,
                name,
                "boothRoots are not the roots of the booths' logs");
    }

    private void booked(String name, Protocol protocol, String hash) {
        require(
                journal.stream()
                        .map(JournalLine::event)
                        .filter(event -> event.is("PROTOCOL_SEALED"))
                        .filter(event -> event.number("version") == protocol.version())
                        .anyMatch(event -> event.value("hash").equals(hash)),
                Code.PROTOCOL_JOURNAL,
                name,
                "the journal has no PROTOCOL_SEALED of this file");
    }

    private void require(boolean holds, Code code, String name, String what) {
        findings.require(holds, code, name, what);
    }
}
