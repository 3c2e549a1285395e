package org.tamga.station.store;

import java.util.ArrayList;
import java.util.Comparator;
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

    /**
     * What enters the log now: the spoiled ballots, and all cast ones but the last by leaf hash.
     * Chance, not the order of voting, decides who waits.
     *
     * @param behind cast ballots that stay behind
     */
    BoxState entering(int behind) {
        List<BallotLine> cast = castByLeaf();
        List<BallotLine> enter = new ArrayList<>(ballots);
        enter.removeAll(cast.subList(cast.size() - behind, cast.size()));
        return new BoxState(batches, closed, enter, cards.subList(0, cards.size() - behind));
    }

    /**
     * What is left after the batch of {@link #entering}. Which cards stay means nothing: no card
     * belongs to a ballot.
     */
    BoxState staying(int behind) {
        List<BallotLine> cast = castByLeaf();
        return new BoxState(
                batches + 1,
                closed,
                cast.subList(cast.size() - behind, cast.size()),
                cards.subList(cards.size() - behind, cards.size()));
    }

    private List<BallotLine> castByLeaf() {
        return ballots.stream()
                .filter(BallotLine::cast)
                .sorted(Comparator.comparing(ballot -> BoxCheck.leaf(ballot.line())))
                .toList();
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
