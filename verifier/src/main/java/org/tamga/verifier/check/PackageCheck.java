package org.tamga.verifier.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.ControlRatio;
import org.tamga.verifier.format.ElectionPackage.LineScope;
import org.tamga.verifier.format.ElectionPackage.LineSource;
import org.tamga.verifier.format.ElectionPackage.OfficialRole;
import org.tamga.verifier.format.ElectionPackage.Station;
import org.tamga.verifier.format.ElectionPackage.TerminalKind;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.CmsSignatures;
import org.tamga.verifier.signature.Ed25519Key;

/** The election package: signed by the centre, and its parts fit together. */
public final class PackageCheck {
    /** Path in the record. */
    public static final String NAME = "election/election-package.json";

    private final RecordFolder folder;

    public PackageCheck(RecordFolder folder) {
        this.folder = folder;
    }

    /** Checks; gives the package if it can be read. */
    public Optional<ElectionPackage> run(Ed25519Key centre) {
        centre.checkFile(folder, NAME, "election-package");
        Optional<ElectionPackage> read = folder.read(NAME, ElectionPackage.class);
        read.ifPresent(this::check);
        return read;
    }

    private void check(ElectionPackage election) {
        require(election.formatVersion() == 1, "another format than 1");
        distinct("contest", election.contests().stream().map(c -> c.id()).toList());
        distinct("ballot style", election.ballotStyles().stream().map(s -> s.id()).toList());
        distinct("station", election.stations().stream().map(s -> s.id()).toList());
        var terminals = election.stations().stream().flatMap(s -> s.terminals().stream()).toList();
        distinct("terminal", terminals.stream().map(t -> t.id()).toList());
        distinct("signing key", terminals.stream().map(t -> t.signingKey()).toList());
        key(election.cardPublicKey(), "the key of the activation cards");
        terminals.forEach(t -> key(t.signingKey(), "the key of terminal " + t.id()));
        contests(election);
        election.stations().forEach(station -> station(election, station));
        form(election);
        folder.findings().checked("stations in the election package", election.stations().size());
    }

    private void contests(ElectionPackage election) {
        for (var contest : election.contests()) {
            distinct(
                    "candidate of " + contest.id(),
                    contest.candidates().stream().map(c -> c.id()).toList());
            require(
                    contest.votesAllowed() >= 1
                            && contest.votesAllowed() <= contest.candidates().size(),
                    "votesAllowed of contest " + contest.id());
        }
        List<String> ids = election.contests().stream().map(c -> c.id()).toList();
        for (var style : election.ballotStyles()) {
            distinct("contest of ballot style " + style.id(), style.contestIds());
            require(
                    ids.containsAll(style.contestIds()),
                    "ballot style " + style.id() + " names an unknown contest");
        }
    }

    private void station(ElectionPackage election, Station station) {
        distinct(
                "official of " + station.id(),
                station.officials().stream().map(o -> o.id()).toList());
        require(
                station.officials().stream().filter(o -> o.role() == OfficialRole.CHAIR).count()
                        == 1,
                "station " + station.id() + " must have exactly one chair");
        require(
                !station.terminals(TerminalKind.OPERATOR).isEmpty(),
                "station " + station.id() + " has no operator terminal");
        require(
                station.ballotStyleIds().stream().allMatch(id -> election.style(id).isPresent()),
                "station " + station.id() + " names an unknown ballot style");
        try {
            CmsSignatures.by(station.officials());
        } catch (MalformedException e) {
            require(false, String.valueOf(e.getMessage()));
        }
    }

    private void form(ElectionPackage election) {
        var lines = election.protocolForm().lines();
        distinct("line of the protocol", lines.stream().map(l -> l.code()).toList());
        distinct("ratio", election.protocolForm().ratios().stream().map(r -> r.code()).toList());
        require(
                lines.stream().filter(l -> l.scope() == LineScope.CANDIDATE).count() == 1,
                "exactly one line of the protocol must be that of the candidates");
        for (var line : lines) {
            boolean counted = line.source() == LineSource.COUNTER;
            require(
                    counted == (line.counter() != null)
                            && (!counted || line.scope() == LineScope.STATION),
                    "counter of line " + line.code());
        }
        Set<String> codes = new HashSet<>(lines.stream().map(l -> l.code()).toList());
        Set<String> contests =
                new HashSet<>(election.contests().stream().map(c -> c.id()).toList());
        for (ControlRatio ratio : election.protocolForm().ratios()) {
            require(
                    ratio.left().stream().allMatch(term -> codes.contains(term.line()))
                            && ratio.right().stream().allMatch(t -> codes.contains(t.line())),
                    "ratio " + ratio.code() + " names an unknown line");
            require(
                    contests.containsAll(ratio.contests()),
                    "ratio " + ratio.code() + " names an unknown contest");
        }
    }

    private void key(String hex, String whose) {
        try {
            Ed25519Key.parse(hex);
        } catch (MalformedException e) {
            require(false, whose + ": " + e.getMessage());
        }
    }

    private void distinct(String what, List<String> ids) {
        require(
                !ids.isEmpty() && new HashSet<>(ids).size() == ids.size(),
                "none or a doubled " + what);
    }

    private void require(boolean holds, String what) {
        folder.findings().require(holds, Code.PACKAGE, NAME, what);
    }
}
