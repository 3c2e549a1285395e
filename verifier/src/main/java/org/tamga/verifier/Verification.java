package org.tamga.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.tamga.verifier.check.BallotCheck;
import org.tamga.verifier.check.BoothCheck;
import org.tamga.verifier.check.CardListCheck;
import org.tamga.verifier.check.CheckInCheck;
import org.tamga.verifier.check.Counters;
import org.tamga.verifier.check.ElectionKeys;
import org.tamga.verifier.check.JournalCheck;
import org.tamga.verifier.check.ManifestCheck;
import org.tamga.verifier.check.PackageCheck;
import org.tamga.verifier.check.ProtocolCheck;
import org.tamga.verifier.check.ResultsCheck;
import org.tamga.verifier.check.TallyCheck;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.Station;
import org.tamga.verifier.format.ElectionPackage.Terminal;
import org.tamga.verifier.format.ElectionPackage.TerminalKind;
import org.tamga.verifier.format.EncryptedBallot;
import org.tamga.verifier.format.EncryptedBallot.State;
import org.tamga.verifier.format.JournalLine;
import org.tamga.verifier.format.Protocol;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.Ed25519Key;

/** All checks of a public record, from the outside in: trust, election, stations, results. */
public final class Verification {
    private static final String TRUST = "trust/central.pub";

    private final RecordFolder folder;
    private final Findings findings;
    private final boolean quick;
    private final IntConsumer progress;

    private final Map<String, List<EncryptedBallot>> ballots = new TreeMap<>();
    private final SortedMap<String, Protocol> protocols = new TreeMap<>();
    private final SortedMap<String, Map<String, Long>> counters = new TreeMap<>();
    private final List<String> silent = new ArrayList<>();
    private long ballotNanos;
    private long ballotCount;

    private Verification(
            RecordFolder folder, Findings findings, boolean quick, IntConsumer progress) {
        this.folder = folder;
        this.findings = findings;
        this.quick = quick;
        this.progress = progress;
    }

    /**
     * What came out.
     *
     * @param election absent if the package could not be read; then little was checked
     * @param fingerprint SHA-256 of the trusted key of the centre, hex; empty if there is none
     * @param votes as recomputed
     * @param ballotsPerSecond checked ballots by second of all cores together; 0 without ballots
     */
    public record Outcome(
            Findings findings,
            @Nullable ElectionPackage election,
            String fingerprint,
            List<ResultsCheck.Votes> votes,
            double ballotsPerSecond) {}

    /**
     * Checks a record.
     *
     * @param trusted the key of the centre in hex, known from elsewhere; null takes that of the
     *     record
     * @param quick leaves out the ballots' proofs
     * @param progress told the number of ballots just checked, from several threads
     * @throws IOException if the folder cannot be read
     */
    public static Outcome run(
            Path root, @Nullable String trusted, boolean quick, IntConsumer progress)
            throws IOException {
        Findings findings = new Findings();
        return new Verification(RecordFolder.open(root, findings), findings, quick, progress)
                .run(trusted);
    }

    /** Number of ballots in a record: how much work there is. */
    public static int ballots(Path root) throws IOException {
        int ballots = 0;
        RecordFolder folder = RecordFolder.open(root, new Findings());
        for (String name : folder.names(name -> name.endsWith("/ballots.jsonl"))) {
            try (var lines = Files.lines(root.resolve(name), StandardCharsets.ISO_8859_1)) {
                ballots += (int) lines.count();
            }
        }
        return ballots;
    }

    private Outcome run(@Nullable String trusted) {
        Optional<Ed25519Key> centre = centre(trusted);
        if (centre.isEmpty()) {
            return new Outcome(findings, null, "", List.of(), 0);
        }
        new ManifestCheck(folder)
                .run(centre.get())
                .ifPresent(
                        manifest ->
                                folder.read(PackageCheck.NAME, ElectionPackage.class)
                                        .ifPresent(
                                                election ->
                                                        findings.require(
                                                                manifest.electionId()
                                                                        .equals(
                                                                                election
                                                                                        .electionId()),
                                                                Code.MANIFEST,
                                                                "manifest.json",
                                                                "of another election")));
        int before = findings.failures().size();
        Optional<ElectionPackage> election = new PackageCheck(folder).run(centre.get());
        if (election.isEmpty()
                || findings.failures().subList(before, findings.failures().size()).stream()
                        .anyMatch(failure -> failure.code() == Code.PACKAGE)) {
            findings.note(
                    "the election package cannot be used; nothing that rests on it was checked");
            return new Outcome(
                    findings, election.orElse(null), centre.get().fingerprint(), List.of(), 0);
        }
        List<ResultsCheck.Votes> votes = election(election.get(), centre.get());
        double seconds = ballotNanos / 1e9;
        return new Outcome(
                findings,
                election.get(),
                centre.get().fingerprint(),
                votes,
                ballotCount == 0 ? 0 : ballotCount / seconds);
    }

    private Optional<Ed25519Key> centre(@Nullable String trusted) {
        String stated =
                folder.bytes(TRUST)
                        .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                        .orElse("");
        if (trusted != null) {
            findings.require(
                    stated.equals(trusted),
                    Code.TRUST,
                    TRUST,
                    "the record names another key of the centre than the one you trust");
        }
        try {
            return Optional.of(Ed25519Key.parse(trusted == null ? stated : trusted));
        } catch (MalformedException e) {
            findings.fail(Code.TRUST, TRUST, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private List<ResultsCheck.Votes> election(ElectionPackage election, Ed25519Key centre) {
        ElectionKeys keys;
        try {
            keys = ElectionKeys.check(election, findings);
        } catch (MalformedException e) {
            findings.fail(Code.BASE_HASH, PackageCheck.NAME, String.valueOf(e.getMessage()));
            return List.of();
        }
        BoothCheck booths =
                new BoothCheck(folder, election, new BallotCheck(election, keys, !quick), progress);
        for (Station station : election.stations()) {
            Set<String> cards = new CardListCheck(folder).published(station, centre);
            if (folder.names(name -> name.startsWith(station.folder() + "/")).isEmpty()) {
                silent.add(station.id());
            } else {
                station(election, station, booths, cards);
            }
        }
        if (!silent.isEmpty()) {
            findings.note("stations without a record: " + String.join(", ", silent));
        }
        if (quick) {
            findings.note("--quick: the ballots' proofs were not checked");
        }
        var tallies = new TallyCheck(folder, election, keys).run(centre, ballots);
        ResultsCheck results = new ResultsCheck(folder, election);
        List<ResultsCheck.Votes> votes = results.results(protocols, tallies);
        results.turnout(counters);
        return votes;
    }

    private void station(
            ElectionPackage election, Station station, BoothCheck booths, Set<String> cards) {
        JournalCheck journals = new JournalCheck(folder, election);
        List<BoothCheck.Box> boxes = new ArrayList<>();
        for (Terminal booth : station.terminals(TerminalKind.BOOTH)) {
            if (hasFolder(station, booth)) {
                Ed25519Key key = key(booth);
                List<JournalLine> journal = journals.run(station, booth, key);
                long start = System.nanoTime();
                BoothCheck.Box box = booths.run(station, booth, key, journal, cards);
                ballotNanos += System.nanoTime() - start;
                ballotCount += box.ballots().size();
                boxes.add(box);
            }
        }
        ballots.put(station.id(), boxes.stream().flatMap(box -> box.ballots().stream()).toList());
        CheckInCheck checkIns =
                new CheckInCheck(findings, election.policies().ladder().faceFmrPerMillion() > 0);
        for (Terminal operator : station.terminals(TerminalKind.OPERATOR)) {
            if (hasFolder(station, operator)) {
                operator(election, station, operator, booths, boxes, checkIns, journals);
            }
        }
        findings.require(
                counters.containsKey(station.id()),
                Code.MISSING,
                station.folder(),
                "no journal of an operator terminal: nothing shows who was admitted");
        long cast = boxes.stream().mapToLong(box -> box.count(State.CAST)).sum();
        long admitted =
                counters.getOrDefault(station.id(), Map.of()).getOrDefault("identifiedOnline", 0L);
        findings.require(
                cast <= admitted,
                Code.BOOTH_IMPORT,
                station.folder(),
                cast + " ballots cast, but only " + admitted + " voters admitted to the booth");
    }

    private void operator(
            ElectionPackage election,
            Station station,
            Terminal operator,
            BoothCheck booths,
            List<BoothCheck.Box> boxes,
            CheckInCheck checkIns,
            JournalCheck journals) {
        Ed25519Key key = key(operator);
        String name = station.folder() + "/" + operator.id() + "/journal.jsonl";
        List<JournalLine> journal = journals.run(station, operator, key);
        checkIns.run(name, journal);
        booths.imported(name, journal, boxes);
        counters.merge(
                station.id(),
                Counters.of(journal),
                (a, b) -> {
                    var sum = new TreeMap<>(a);
                    b.forEach((k, v) -> sum.merge(k, k.equals("registered") ? 0L : v, Long::sum));
                    return sum;
                });
        String packageHash = folder.bytes(PackageCheck.NAME).map(Hex::digest).orElse("");
        findings.require(
                journal.stream()
                        .map(JournalLine::event)
                        .filter(event -> event.is("PACKAGE_ACCEPTED"))
                        .reduce((a, b) -> b)
                        .filter(event -> event.value("hash").equals(packageHash))
                        .isPresent(),
                Code.JOURNAL_TOTALS,
                name,
                "the station worked with another election package");
        new ProtocolCheck(folder, election, packageHash, station, key, journal, boxes)
                .run()
                .ifPresentOrElse(
                        protocol -> protocols.put(station.id(), protocol),
                        () -> findings.note("station " + station.id() + " has no protocol"));
    }

    private boolean hasFolder(Station station, Terminal terminal) {
        String place = station.folder() + "/" + terminal.id() + "/";
        return !folder.names(name -> name.startsWith(place)).isEmpty();
    }

    private static Ed25519Key key(Terminal terminal) {
        try {
            return Ed25519Key.parse(terminal.signingKey());
        } catch (MalformedException e) {
            throw new IllegalStateException("the package was checked before", e);
        }
    }
}
