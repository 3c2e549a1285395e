package org.tamga.station.store;

import java.util.List;
import org.tamga.election.ballot.BallotLog;
import org.tamga.election.wire.Hex;

/**
 * The content of a closed box in an order that says nothing about the voting.
 *
 * @param ballots lines of {@code ballots.jsonl} without line feeds, sorted by ballot id
 * @param batches the log
 * @param spentCards SHA-256 of each spent card's serial, lower-case hex, sorted
 * @param counts totals
 */
public record BoxRecord(
        List<String> ballots, List<BoxBatch> batches, List<String> spentCards, BoxCounts counts) {
    public BoxRecord {
        ballots = List.copyOf(ballots);
        batches = List.copyOf(batches);
        spentCards = List.copyOf(spentCards);
    }

    /** Root of the log, lower-case hex; that of an empty log is the hash of nothing (RFC 9162). */
    public String root() {
        return batches.isEmpty() ? Hex.of(new BallotLog().root()) : batches.getLast().root();
    }

    /** Leaf hashes in the order of the log. */
    public List<String> leaves() {
        return batches.stream().flatMap(batch -> batch.leaves().stream()).toList();
    }
}
