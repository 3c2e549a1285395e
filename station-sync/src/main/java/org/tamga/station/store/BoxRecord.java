package org.tamga.station.store;

import java.util.List;

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
}
