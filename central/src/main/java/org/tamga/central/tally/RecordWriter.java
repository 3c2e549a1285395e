package org.tamga.central.tally;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.central.Centre;
import org.tamga.central.ingest.ItemTable;
import org.tamga.central.results.NistReport;
import org.tamga.central.results.ResultsReader;
import org.tamga.central.results.Turnout;
import org.tamga.election.ballot.DecryptedTally;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.ItemEnvelope;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;
import org.tamga.election.wire.WireFormatException;

/**
 * Writes the public record. Files that a station has put there already stay, if they are what the
 * centre received; a journal there may go on beyond what was received.
 */
public final class RecordWriter {
    private static final String JOURNAL = "journal.jsonl";
    private static final String HEAD = "journal-head.json";

    private final Centre centre;
    private final ElectionPackage election;
    private final Path out;

    public RecordWriter(Centre centre, ElectionPackage election, Path out) {
        this.centre = centre;
        this.election = election;
        this.out = out;
    }

    /**
     * Writes everything and signs the manifest.
     *
     * @throws CentralFailure CN-85 if a file there contradicts what was received
     */
    public void write(List<DecryptedTally> tallies, Instant now) {
        Signer central = centre.keys().central();
        put(
                "trust/central.pub",
                (Hex.of(central.publicKey()) + "\n").getBytes(StandardCharsets.US_ASCII));
        election(centre.home());
        centre.database()
                .transaction(
                        connection -> {
                            var items = new ItemTable(connection);
                            for (Station station : election.stations()) {
                                station(items, station);
                            }
                            return election.stations().size();
                        });
        for (BallotBox box : new TallyRun(centre, election).boxes()) {
            String folder = folder(box.station()) + box.terminal() + "/";
            put(folder + "ballots.jsonl", box.ballotLines());
            box.closingFiles().entrySet().stream()
                    .filter(file -> !file.getKey().startsWith(HEAD))
                    .forEach(file -> put(folder + file.getKey(), file.getValue()));
        }
        results(tallies, central, now);
        RecordManifest.sign(out, election.electionId(), central);
    }

    private void election(CentralHome home) {
        copy("election/election-package.json", home.electionPackage());
        for (Station station : election.stations()) {
            copy("election/cards-" + station.id() + ".json", home.cardList(station.id()));
        }
    }

    private void copy(String name, Path from) {
        put(name, CentralHome.read(from));
        put(name + ".sig", CentralHome.read(CentralHome.signatureOf(from)));
    }

    private void results(List<DecryptedTally> tallies, Signer central, Instant now) {
        byte[] tally = CanonicalJson.write(tallies);
        replace("results/tally.json", tally);
        replace("results/tally.json.sig", central.sign(SignedKind.TALLY, tally).toBytes());
        var reader = new ResultsReader(centre.database(), election);
        Turnout turnout = reader.turnout().forRecord();
        replace("results/turnout.json", turnout.toBytes());
        replace(
                "results/results.json",
                new NistReport(election, turnout, reader.results()).toBytes(now));
    }

    private void station(ItemTable items, Station station) throws SQLException {
        for (Terminal terminal : station.terminals()) {
            String folder = folder(station.id()) + terminal.id() + "/";
            byte[] head = null;
            var bundles = items.envelopes(terminal.id(), ItemKind.PROTOCOL);
            bundles.addAll(items.envelopes(terminal.id(), ItemKind.BOOTH_CLOSING));
            for (ItemEnvelope item : bundles) {
                for (Map.Entry<String, byte[]> file : bundle(item).entrySet()) {
                    boolean ofJournal = file.getKey().startsWith(HEAD);
                    if (!ofJournal && item.kind() == ItemKind.PROTOCOL) {
                        put(folder(station.id()) + file.getKey(), file.getValue());
                    } else if (ofJournal && !Files.exists(out.resolve(folder + JOURNAL))) {
                        replace(folder + file.getKey(), file.getValue());
                        head = file.getKey().equals(HEAD) ? file.getValue() : head;
                    }
                }
            }
            journal(
                    folder,
                    items.envelopes(terminal.id(), ItemKind.JOURNAL),
                    Optional.ofNullable(head));
        }
    }

    /** What was received of a journal, up to the signed head where the centre has one. */
    private void journal(String folder, List<ItemEnvelope> segments, Optional<byte[]> head) {
        if (segments.isEmpty()) {
            return;
        }
        var received = new ByteArrayOutputStream();
        segments.forEach(segment -> received.writeBytes(segment.contentBytes()));
        byte[] journal = received.toByteArray();
        Path file = out.resolve(folder + JOURNAL);
        if (Files.exists(file)) {
            byte[] there = CentralHome.read(file);
            int common = Math.min(there.length, journal.length);
            if (!Arrays.equals(there, 0, common, journal, 0, common)) {
                throw contradiction(folder + JOURNAL);
            }
        } else {
            replace(folder + JOURNAL, head.map(json -> upTo(journal, json)).orElse(journal));
        }
    }

    private static byte[] upTo(byte[] journal, byte[] headJson) {
        try {
            long last = CanonicalJson.read(headJson, JournalHead.class).seq();
            var cut = new StringBuilder();
            for (String line : new String(journal, StandardCharsets.UTF_8).lines().toList()) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                if (SignedEvent.parse(bytes).event().seq() <= last) {
                    cut.append(line).append('\n');
                }
            }
            return cut.toString().getBytes(StandardCharsets.UTF_8);
        } catch (WireFormatException e) {
            throw new IllegalStateException("A stored journal or its head is malformed", e);
        }
    }

    private static Map<String, byte[]> bundle(ItemEnvelope item) {
        try {
            return FileBundle.read(item.contentBytes()).decoded();
        } catch (WireFormatException e) {
            throw new IllegalStateException("A stored bundle is malformed", e);
        }
    }

    private static String folder(String station) {
        return "station-" + station + "/";
    }

    private void put(String name, byte[] content) {
        Path file = out.resolve(name);
        if (!Files.exists(file)) {
            CentralHome.write(file, content);
        } else if (!Arrays.equals(CentralHome.read(file), content)) {
            throw contradiction(name);
        }
    }

    private void replace(String name, byte[] content) {
        CentralHome.write(out.resolve(name), content);
    }

    private static CentralFailure contradiction(String name) {
        return CentralFailure.failed(
                "CN-85", name + " in the record is not what the centre received");
    }
}
