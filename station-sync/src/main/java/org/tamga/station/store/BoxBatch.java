package org.tamga.station.store;

import java.util.List;

/**
 * A batch of ballots in the log. Within a batch the leaves are sorted, so that no order of voting
 * is left.
 *
 * @param number from 1
 * @param leaves leaf hashes in the order of the log, lower-case hex, sorted
 * @param cards cards spent on the batch's ballots: those that are not spoiled
 * @param root root of the log after this batch (RFC 9162), lower-case hex
 */
public record BoxBatch(int number, List<String> leaves, int cards, String root) {
    public BoxBatch {
        leaves = List.copyOf(leaves);
    }

    public int size() {
        return leaves.size();
    }
}
