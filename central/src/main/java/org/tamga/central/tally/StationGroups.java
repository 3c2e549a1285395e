package org.tamga.central.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.election.ballot.EncryptedBallot;

/**
 * Which stations are decrypted together: so many that in each group a contest has no ballots, or as
 * many as the policy wants, or all that there are of it.
 */
final class StationGroups {

    private record Group(List<String> stations, SortedMap<String, Integer> ballots) {
        static Group of(String station, List<EncryptedBallot> cast) {
            var ballots = new TreeMap<String, Integer>();
            cast.stream()
                    .flatMap(ballot -> ballot.contests().stream())
                    .forEach(contest -> ballots.merge(contest.contestId(), 1, Integer::sum));
            return new Group(List.of(station), ballots);
        }

        Group with(Group other) {
            var both = new ArrayList<>(stations);
            both.addAll(other.stations);
            return new Group(both.stream().sorted().toList(), sum(List.of(this, other)));
        }

        static SortedMap<String, Integer> sum(Collection<Group> groups) {
            var sum = new TreeMap<String, Integer>();
            groups.forEach(
                    group -> group.ballots.forEach((id, n) -> sum.merge(id, n, Integer::sum)));
            return sum;
        }
    }

    private StationGroups() {}

    /**
     * Groups of stations, sorted; stations without ballots are left out. A group that is too small
     * in a contest takes in the next one by id that has this contest, or else the one before.
     *
     * @param cast cast ballots by station
     * @param fewest ballots that a group has in each of its contests
     */
    static List<List<String>> of(SortedMap<String, List<EncryptedBallot>> cast, int fewest) {
        var groups = new ArrayList<Group>();
        cast.forEach(
                (station, ballots) -> {
                    if (!ballots.isEmpty()) {
                        groups.add(Group.of(station, ballots));
                    }
                });
        Map<String, Integer> all = Group.sum(groups);
        int place = 0;
        while (place < groups.size()) {
            List<String> small = small(groups.get(place), all, fewest);
            if (small.isEmpty()) {
                place++;
            } else {
                int partner = partner(groups, place, small.getFirst());
                Group later = groups.remove(Math.max(place, partner));
                place = Math.min(place, partner);
                groups.set(place, groups.get(place).with(later));
            }
        }
        return groups.stream().map(Group::stations).toList();
    }

    private static List<String> small(Group group, Map<String, Integer> all, int fewest) {
        return group.ballots.entrySet().stream()
                .filter(contest -> contest.getValue() < fewest)
                .filter(contest -> !contest.getValue().equals(all.get(contest.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int partner(List<Group> groups, int place, String contest) {
        for (int next = place + 1; next < groups.size(); next++) {
            if (groups.get(next).ballots.containsKey(contest)) {
                return next;
            }
        }
        for (int before = place - 1; before >= 0; before--) {
            if (groups.get(before).ballots.containsKey(contest)) {
                return before;
            }
        }
        throw new IllegalStateException("all ballots of " + contest + " are in one group already");
    }
}
