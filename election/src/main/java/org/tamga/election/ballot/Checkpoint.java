package org.tamga.election.ballot;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The state of a log as text (C2SP tlog-checkpoint).
 *
 * @param origin which log: {@link #origin}; no white space, no plus sign
 * @param size number of leaves
 * @param root 32 bytes in padded base64, as in the text
 */
public record Checkpoint(String origin, long size, String root) {
    private static final int ROOT_BYTES = 32;

    /**
     * @throws IllegalArgumentException if a part has another form
     */
    public Checkpoint {
        byte[] bytes = Base64.getDecoder().decode(root);
        if (!origin.matches("[^\\s+]+")
                || size < 0
                || bytes.length != ROOT_BYTES
                || !Base64.getEncoder().encodeToString(bytes).equals(root)) {
            throw new IllegalArgumentException("not a checkpoint");
        }
    }

    /** The origin line of a booth's log, also the key name under which the booth signs it. */
    public static String origin(String electionId, String stationId, String terminalId) {
        return "tamga-log/" + electionId + "/" + stationId + "/" + terminalId;
    }

    /** The state of a log now. */
    public static Checkpoint of(String origin, BallotLog log) {
        return new Checkpoint(origin, log.size(), Base64.getEncoder().encodeToString(log.root()));
    }

    /** The root's 32 bytes. */
    public byte[] rootHash() {
        return Base64.getDecoder().decode(root);
    }

    /** The three lines that are signed, each with its line end. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty() || !lines[1].matches("0|[1-9]\\d{0,17}")) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), lines[2]);
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
