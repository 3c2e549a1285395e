package org.tamga.central.tally;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.central.ingest.ItemTable;
import org.tamga.election.ballot.BallotLog;
import org.tamga.election.ballot.BallotSignatures;
import org.tamga.election.ballot.BallotState;
import org.tamga.election.ballot.EncryptedBallot;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.ItemEnvelope;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;

/**
 * The whole box of one closed booth as it was delivered.
 *
 * @param ballotLines {@code ballots.jsonl}
 * @param closingFiles the closing statement and what belongs to it, by name
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record BallotBox(
        String station,
        String terminal,
        List<EncryptedBallot> ballots,
        byte[] ballotLines,
        Map<String, byte[]> closingFiles) {
    private static final String BALLOTS = "ballots.jsonl";
    private static final String LOG = "log.jsonl";
    private static final String CLOSING = "booth-closing.json";
    private static final String SIGNATURE = "booth-closing.json.sig";

    /**
     * The box of a booth, if the booth has delivered anything.
     *
     * @throws CentralFailure CN-81 if ballots or the closing statement are missing
     */
    static Optional<BallotBox> read(Connection connection, String station, String booth)
            throws SQLException {
        var items = new ItemTable(connection);
        List<ItemEnvelope> segments = items.envelopes(booth, ItemKind.BALLOTS);
        List<ItemEnvelope> closings = items.envelopes(booth, ItemKind.BOOTH_CLOSING);
        if (segments.isEmpty() && closings.isEmpty()) {
            return Optional.empty();
        }
        if (closings.size() != 1) {
            throw incomplete(booth, closings.size() + " closing statements");
        }
        return Optional.of(of(station, booth, join(segments), closings.getFirst().contentBytes()));
    }

    private static BallotBox of(String station, String booth, byte[] lines, byte[] closing) {
        try {
            return of(station, booth, lines, FileBundle.read(closing).decoded());
        } catch (WireFormatException e) {
            throw new IllegalStateException("A stored box is malformed", e);
        }
    }

    private static BallotBox of(
            String station, String booth, byte[] lines, Map<String, byte[]> files)
            throws WireFormatException {
        var box = new BallotBox(station, booth, parse(lines), lines, files);
        if (!Digests.sha256Hex(lines).equals(box.closing().ballots())) {
            throw incomplete(booth, "the ballots are not those that the booth closed with");
        }
        return box;
    }

    /**
     * The box of a booth in a folder laid out like the public record, if it is there.
     *
     * @throws CentralFailure CN-36 unless it is whole and all of it is signed by the booth
     */
    static Optional<BallotBox> read(
            Path folder, String electionId, Station station, Terminal booth) {
        Path files = folder(folder, station.id(), booth.id());
        if (!Files.isDirectory(files)) {
            return Optional.empty();
        }
        try {
            BallotBox box =
                    of(
                            station.id(),
                            booth.id(),
                            Files.readAllBytes(files.resolve(BALLOTS)),
                            Map.of(
                                    LOG, Files.readAllBytes(files.resolve(LOG)),
                                    CLOSING, Files.readAllBytes(files.resolve(CLOSING)),
                                    SIGNATURE, Files.readAllBytes(files.resolve(SIGNATURE))));
            if (box.isSigned(electionId, Hex.parse(booth.signingKey())) && box.isLogged()) {
                return Optional.of(box);
            }
        } catch (IOException | WireFormatException | CentralFailure e) {
            // One answer to all of it: the guardian cannot go on with this box.
        }
        throw CentralFailure.failed(
                "CN-36", "the box of booth " + booth.id() + " is not whole or not signed by it");
    }

    /** Writes what {@link #read(Path, String, Station, Terminal)} reads. */
    void write(Path folder) {
        Path files = folder(folder, station, terminal);
        CentralHome.write(files.resolve(BALLOTS), ballotLines);
        for (String name : List.of(LOG, CLOSING, SIGNATURE)) {
            CentralHome.write(files.resolve(name), file(name));
        }
    }

    /** What the booth said when it closed. */
    /** Root of the ballot log that the booth closed with, lower-case hex. */
    String root() {
        try {
            return closing().root();
        } catch (WireFormatException e) {
            throw new IllegalStateException("A box that was read has no closing statement", e);
        }
    }

    BoothClosing closing() throws WireFormatException {
        return CanonicalJson.read(file(CLOSING), BoothClosing.class);
    }

    private boolean isSigned(String electionId, byte[] key) throws WireFormatException {
        BoothClosing closing = closing();
        long cast = ballots.stream().filter(ballot -> ballot.state() == BallotState.CAST).count();
        return DetachedSignature.parse(file(SIGNATURE))
                        .verifies(SignedKind.BOOTH_CLOSING, file(CLOSING), key)
                && closing.electionId().equals(electionId)
                && closing.station().equals(station)
                && closing.terminal().equals(terminal)
                && closing.cast() == cast
                && closing.spoiled() == ballots.size() - cast
                && ballots.stream()
                        .allMatch(
                                ballot ->
                                        ballot.terminal().equals(terminal)
                                                && BallotSignatures.verifies(ballot, key));
    }

    /** One line of {@code log.jsonl}. */
    private record LogLine(int batch, String leaf) {}

    /** Whether the root that the booth printed is that of these ballots. */
    private boolean isLogged() throws WireFormatException {
        var leaves = new ArrayList<String>();
        for (String line : lines(file(LOG))) {
            leaves.add(
                    CanonicalJson.read(line.getBytes(StandardCharsets.UTF_8), LogLine.class)
                            .leaf());
        }
        List<String> ofBallots =
                lines(ballotLines).stream()
                        .map(line -> line.getBytes(StandardCharsets.UTF_8))
                        .map(line -> Hex.of(BallotLog.leafHash(line)))
                        .sorted()
                        .toList();
        return leaves.stream().sorted().toList().equals(ofBallots)
                && Hex.of(BallotLog.of(leaves.stream().map(Hex::parse).toList()).root())
                        .equals(closing().root());
    }

    private byte[] file(String name) {
        return closingFiles.getOrDefault(name, new byte[0]);
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    private static Path folder(Path folder, String station, String booth) {
        return folder.resolve("station-" + station).resolve(booth);
    }

    private static byte[] join(List<ItemEnvelope> segments) {
        var lines = new ByteArrayOutputStream();
        segments.forEach(segment -> lines.writeBytes(segment.contentBytes()));
        return lines.toByteArray();
    }

    private static List<EncryptedBallot> parse(byte[] lines) throws WireFormatException {
        var ballots = new ArrayList<EncryptedBallot>();
        for (String line : lines(lines)) {
            ballots.add(
                    CanonicalJson.read(
                            line.getBytes(StandardCharsets.UTF_8), EncryptedBallot.class));
        }
        return ballots;
    }

    private static CentralFailure incomplete(String booth, String what) {
        return CentralFailure.failed(
                "CN-81", "the box of booth " + booth + " is not complete: " + what);
    }
}
