package org.tamga.verifier.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tamga.verifier.format.JournalLine;
import org.tamga.verifier.format.JournalLine.Event;
import org.tamga.verifier.format.LogLine;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.Json;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.Ed25519Key;

/**
 * The log of a booth's ballots: leaves, batches, root, and the checkpoint that the booth signed.
 */
final class LogCheck {
    private static final String SIGNATURE_START = "\u2014 ";
    private static final int KEY_HASH_BYTES = 4;

    private final RecordFolder folder;
    private final Findings findings;
    private final String place;
    private final String name;

    /**
     * @param place the booth's folder in the record, with a slash at the end
     */
    LogCheck(RecordFolder folder, String place) {
        this.folder = folder;
        this.findings = folder.findings();
        this.place = place;
        this.name = place + "log.jsonl";
    }

    /**
     * Checks the log against the ballots.
     *
     * @param ballots lines of {@code ballots.jsonl}
     * @return root of the log, hex
     */
    String run(List<byte[]> ballots, List<JournalLine> journal) {
        List<LogLine> log = read();
        List<String> leaves = log.stream().map(LogLine::leaf).toList();
        List<String> expected =
                ballots.stream().map(ballot -> Hex.of(MerkleTree.leaf(ballot))).sorted().toList();
        findings.require(
                leaves.stream().sorted().toList().equals(expected),
                Code.LOG,
                name,
                "the leaves are not the hashes of the ballots");
        batches(log, journal);
        findings.checked("leaves of the ballot logs", leaves.size());
        return root(leaves);
    }

    private List<LogLine> read() {
        List<LogLine> log = new ArrayList<>();
        for (byte[] line : folder.lines(name).orElse(List.of())) {
            try {
                LogLine read = Json.read(line, LogLine.class);
                Hex.parse(read.leaf(), 32);
                log.add(read);
            } catch (MalformedException e) {
                findings.fail(
                        Code.MALFORMED, name, "line " + (log.size() + 1) + ": " + e.getMessage());
                return log;
            }
        }
        return log;
    }

    private void batches(List<LogLine> log, List<JournalLine> journal) {
        var sizes = new TreeMap<Integer, Integer>();
        LogLine before = null;
        for (LogLine line : log) {
            sizes.merge(line.batch(), 1, Integer::sum);
            boolean follows =
                    before == null
                            ? line.batch() == 1
                            : line.batch() == before.batch()
                                    ? line.leaf().compareTo(before.leaf()) > 0
                                    : line.batch() == before.batch() + 1;
            findings.require(
                    follows, Code.LOG, name, "batches must be numbered from 1 and sorted by leaf");
            before = line;
        }
        for (JournalLine line : journal) {
            if (line.event().is("BATCH_LOGGED")) {
                batch(line.event(), log, sizes);
            }
        }
    }

    private void batch(Event event, List<LogLine> log, Map<Integer, Integer> sizes) {
        int number = (int) event.number("batch");
        List<String> until =
                log.stream().filter(line -> line.batch() <= number).map(LogLine::leaf).toList();
        findings.require(
                event.number("size") == sizes.getOrDefault(number, 0)
                        && event.value("root").equals(root(until)),
                Code.LOG,
                name,
                "batch " + number + " is not the one that the booth's journal reports");
    }

    private static String root(List<String> leaves) {
        List<byte[]> hashes = new ArrayList<>();
        for (String leaf : leaves) {
            hashes.add(HexFormat.of().parseHex(leaf));
        }
        return Hex.of(MerkleTree.root(hashes));
    }

    /** C2SP tlog-checkpoint and signed-note: size and root, signed by the booth. */
    void checkpoint(String origin, int size, String root, Ed25519Key key) {
        String file = place + "checkpoint.txt";
        folder.bytes(file)
                .ifPresent(
                        bytes -> {
                            String text = Json.text(bytes);
                            String body = origin + "\n" + size + "\n" + base64(root) + "\n";
                            if (findings.require(
                                    text.startsWith(body + "\n"),
                                    Code.CHECKPOINT,
                                    file,
                                    "does not state the size and root of this log")) {
                                findings.require(
                                        text.substring(body.length() + 1)
                                                .lines()
                                                .anyMatch(line -> signed(line, origin, body, key)),
                                        Code.CHECKPOINT,
                                        file,
                                        "is not signed by the booth");
                            }
                            findings.checked("log checkpoints", 1);
                        });
    }

    private static boolean signed(String line, String origin, String body, Ed25519Key key) {
        String start = SIGNATURE_START + origin + " ";
        if (!line.startsWith(start)) {
            return false;
        }
        byte[] value;
        try {
            value = Base64.getDecoder().decode(line.substring(start.length()));
        } catch (IllegalArgumentException e) {
            return false;
        }
        byte[] name = (origin + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] hash = Hex.sha256(name, new byte[] {1}, key.raw());
        return value.length > KEY_HASH_BYTES
                && Arrays.equals(hash, 0, KEY_HASH_BYTES, value, 0, KEY_HASH_BYTES)
                && key.signed(
                        body.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(value, KEY_HASH_BYTES, value.length));
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
