package org.tamga.election.ballot;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tamga.election.ballot.BallotOpening.Choice;
import org.tamga.election.ballot.ElectionContext.IndexedContest;
import org.tamga.election.ballot.Manifest.ManifestContest;

/** Brings a voter's choices into the manifest's order; what no ballot can hold is refused. */
final class BallotChoices {
    private BallotChoices() {}

    static List<Choice> ordered(List<IndexedContest> places, Map<String, List<String>> choices) {
        Set<String> known = new HashSet<>();
        places.forEach(place -> known.add(place.contest().id()));
        if (!known.containsAll(choices.keySet())) {
            throw new IllegalArgumentException("a contest is not on this ballot style");
        }
        return places.stream()
                .map(IndexedContest::contest)
                .map(contest -> ordered(contest, choices.getOrDefault(contest.id(), List.of())))
                .toList();
    }

    private static Choice ordered(ManifestContest contest, List<String> chosen) {
        Set<String> distinct = new HashSet<>(chosen);
        if (distinct.size() != chosen.size() || !contest.candidateIds().containsAll(distinct)) {
            throw new IllegalArgumentException(
                    "an unknown or doubled candidate in contest " + contest.id());
        }
        if (chosen.size() > contest.votesAllowed()) {
            throw new IllegalArgumentException("overvote in contest " + contest.id());
        }
        return new Choice(
                contest.id(), contest.candidateIds().stream().filter(distinct::contains).toList());
    }
}
