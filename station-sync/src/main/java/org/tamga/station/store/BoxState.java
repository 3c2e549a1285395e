package org.tamga.station.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The state of a box, always one sealed row, rewritten with each ballot. It holds the ballots and
 * cards not yet in the log: neither a page nor a row tells which came first.
 *
 * @param batches batches in the log
 * @param closed whether the box takes no more
 * @param ballots ballots not yet in the log, sorted by ballot id
 * @param cards their cards' hashes, sorted
 */
record BoxState(int batches, boolean closed, List<BallotLine> ballots, List<String> cards) {
    static final BoxState NEW = new BoxState(0, false, List.of(), List.of());

    BoxState {
        ballots = ballots.stream().sorted().toList();
        cards = cards.stream().sorted().toList();
    }

    BoxState with(BallotLine ballot, List<String> card) {
        List<BallotLine> more = new ArrayList<>(ballots);
        more.add(ballot);
        List<String> moreCards = new ArrayList<>(cards);
        moreCards.addAll(card);
        return new BoxState(batches, closed, more, moreCards);
    }

    BoxState afterBatch() {
        return new BoxState(batches + 1, closed, List.of(), List.of());
    }

    BoxState afterClosing() {
        return new BoxState(batches, true, ballots, cards);
    }

    boolean holds(String ballotId) {
        return ballots.stream().anyMatch(ballot -> ballot.id().equals(ballotId));
    }

    /** Ballots of the open batch that were cast. */
    long cast() {
        return ballots.stream().filter(BallotLine::cast).count();
    }
}
