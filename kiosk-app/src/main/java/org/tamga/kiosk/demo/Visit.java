package org.tamga.kiosk.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Somebody comes to the table.
 *
 * @param skip which of the impressions of the polling day is laid on first, from 0
 */
record Visit(Kind kind, Population.Voter person, int skip) {

    enum Kind {
        /** A voter of the list, for the first time. */
        VOTER,
        /** Somebody on no list. */
        STRANGER,
        /** A voter who was here before. */
        SECOND
    }

    /**
     * The queue of a day: all voters in random order, strangers among them, second attempts some
     * time after the first.
     *
     * @param seconds percent of the voters who come twice
     * @param allImpressions whether every impression that a finger has is presented, as second
     *     attempts
     */
    static List<Visit> queue(
            Population population, int seconds, boolean allImpressions, Random random) {
        var voters = new ArrayList<>(population.voters());
        Collections.shuffle(voters, random);
        var queue = new ArrayList<Visit>();
        voters.forEach(voter -> queue.add(new Visit(Kind.VOTER, voter, 0)));
        for (var stranger : population.strangers()) {
            queue.add(random.nextInt(queue.size() + 1), new Visit(Kind.STRANGER, stranger, 0));
        }
        var twice = Math.max(1, Math.ceilDiv(voters.size() * seconds, 100));
        for (var voter : voters.subList(0, Math.min(twice, voters.size()))) {
            insertAfterFirst(queue, new Visit(Kind.SECOND, voter, 1), random);
        }
        if (allImpressions) {
            for (var voter : voters) {
                var impressions = voter.fingers().getFirst().presented(Integer.MAX_VALUE).size();
                for (var skip = 1; skip < impressions; skip++) {
                    insertAfterFirst(queue, new Visit(Kind.SECOND, voter, skip), random);
                }
            }
        }
        return queue;
    }

    private static void insertAfterFirst(List<Visit> queue, Visit second, Random random) {
        var first = 0;
        while (queue.get(first).kind() != Kind.VOTER
                || !queue.get(first).person().equals(second.person())) {
            first++;
        }
        queue.add(first + 1 + random.nextInt(queue.size() - first), second);
    }
}
