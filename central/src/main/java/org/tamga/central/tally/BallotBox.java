package org.tamga.central.tally;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tamga.central.CentralFailure;
import org.tamga.central.ingest.ItemTable;
import org.tamga.election.ballot.EncryptedBallot;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.ItemEnvelope;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
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
        byte[] lines = join(segments);
        try {
            Map<String, byte[]> files =
                    FileBundle.read(closings.getFirst().contentBytes()).decoded();
            byte[] json = files.getOrDefault("booth-closing.json", new byte[0]);
            BoothClosing closing = CanonicalJson.read(json, BoothClosing.class);
            if (!Digests.sha256Hex(lines).equals(closing.ballots())) {
                throw incomplete(booth, "the ballots are not those that the booth closed with");
            }
            return Optional.of(new BallotBox(station, booth, parse(lines), lines, files));
        } catch (WireFormatException e) {
            throw new IllegalStateException("A stored box is malformed", e);
        }
    }

    private static byte[] join(List<ItemEnvelope> segments) {
        var lines = new ByteArrayOutputStream();
        segments.forEach(segment -> lines.writeBytes(segment.contentBytes()));
        return lines.toByteArray();
    }

    private static List<EncryptedBallot> parse(byte[] lines) throws WireFormatException {
        var ballots = new ArrayList<EncryptedBallot>();
        for (String line : new String(lines, StandardCharsets.UTF_8).lines().toList()) {
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
