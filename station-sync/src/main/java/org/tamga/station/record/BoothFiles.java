package org.tamga.station.record;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.election.ballot.BallotLog;
import org.tamga.election.ballot.Checkpoint;
import org.tamga.election.ballot.SignedCheckpoint;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;
import org.tamga.station.store.BoxBatch;
import org.tamga.station.store.BoxRecord;

/**
 * The files that a closed booth leaves, by name: {@code ballots.jsonl}, {@code log.jsonl}, {@code
 * checkpoint.txt}, {@code spent-cards.json}, {@code booth-closing.json} and its signature. None
 * says anything of the order or the time of voting.
 *
 * @param closing the booth's statement
 * @param files content by file name
 */
public record BoothFiles(BoothClosing closing, SortedMap<String, byte[]> files) {
    public static final String BALLOTS = "ballots.jsonl";
    public static final String LOG = "log.jsonl";
    public static final String CHECKPOINT = "checkpoint.txt";
    public static final String SPENT_CARDS = "spent-cards.json";
    public static final String CLOSING = "booth-closing.json";

    public BoothFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * @param signer the booth terminal's
     */
    public static BoothFiles of(
            String electionId, String stationId, String terminalId, BoxRecord box, Signer signer) {
        byte[] ballots = lines(box.ballots());
        BoothClosing closing =
                new BoothClosing(
                        electionId,
                        stationId,
                        terminalId,
                        box.counts().cast(),
                        box.counts().spoiled(),
                        box.counts().cards(),
                        box.root(),
                        Digests.sha256Hex(ballots));
        byte[] statement = CanonicalJson.write(closing);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(BALLOTS, ballots);
        files.put(LOG, lines(box.batches().stream().flatMap(b -> log(b).stream()).toList()));
        files.put(CHECKPOINT, checkpoint(closing, box, signer));
        files.put(SPENT_CARDS, CanonicalJson.write(box.spentCards()));
        files.put(CLOSING, statement);
        files.put(CLOSING + ".sig", signer.sign(SignedKind.BOOTH_CLOSING, statement).toBytes());
        return new BoothFiles(closing, files);
    }

    private static byte[] checkpoint(BoothClosing closing, BoxRecord box, Signer signer) {
        String origin =
                Checkpoint.origin(closing.electionId(), closing.station(), closing.terminal());
        BallotLog log = BallotLog.of(box.leaves().stream().map(Hex::parse).toList());
        return SignedCheckpoint.unsigned(Checkpoint.of(origin, log))
                .sign(origin, signer)
                .text()
                .getBytes(StandardCharsets.UTF_8);
    }

    private record LogLine(int batch, String leaf) {}

    private static List<String> log(BoxBatch batch) {
        return batch.leaves().stream()
                .map(leaf -> CanonicalJson.write(new LogLine(batch.number(), leaf)))
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] lines(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
