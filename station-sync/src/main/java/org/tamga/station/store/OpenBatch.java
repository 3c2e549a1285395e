package org.tamga.station.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Ballots and cards not yet in the log, kept as one sealed row that is rewritten with each ballot:
 * neither a page nor a row tells which came first.
 *
 * @param ballots ballot lines, sorted by ballot id
 * @param cards card hashes, sorted
 */
record OpenBatch(List<BallotLine> ballots, List<String> cards) {
    static final OpenBatch EMPTY = new OpenBatch(List.of(), List.of());

    OpenBatch {
        ballots = ballots.stream().sorted().toList();
        cards = cards.stream().sorted().toList();
    }

    OpenBatch with(BallotLine ballot, List<String> card) {
        List<BallotLine> more = new ArrayList<>(ballots);
        more.add(ballot);
        List<String> moreCards = new ArrayList<>(cards);
        moreCards.addAll(card);
        return new OpenBatch(more, moreCards);
    }

    boolean holds(String ballotId) {
        return ballots.stream().anyMatch(ballot -> ballot.id().equals(ballotId));
    }
}
