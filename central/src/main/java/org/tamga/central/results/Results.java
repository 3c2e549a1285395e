package org.tamga.central.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.election.ballot.DecryptedTally;
import org.tamga.election.definition.Candidate;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.protocol.ProtocolContent;

/**
 * The results so far: paper by station, from the newest protocol of each; online by the groups of
 * stations that were decrypted together.
 *
 * @param stationsCounted stations whose protocol is here
 * @param stationsInAll stations of the election
 * @param onlineCounted whether the guardians have decrypted
 */
public record Results(
        List<OfContest> contests, int stationsCounted, int stationsInAll, boolean onlineCounted) {
    public Results {
        contests = List.copyOf(contests);
    }

    /** One contest, its candidates in the order of the ballot. */
    public record OfContest(Contest contest, List<OfCandidate> candidates) {
        public OfContest {
            candidates = List.copyOf(candidates);
        }

        /** Votes of all candidates. */
        public long total() {
            return candidates.stream().mapToLong(OfCandidate::total).sum();
        }

        /** Share of each candidate in the votes cast, in hundredths of a percent, 10,000 in all. */
        public List<Long> shares() {
            return Shares.of(candidates.stream().map(OfCandidate::total).toList());
        }
    }

    /**
     * One candidate.
     *
     * @param paperByStation votes on paper by station
     * @param onlineByGroup electronic votes by tally id
     */
    public record OfCandidate(
            Candidate candidate,
            SortedMap<String, Long> paperByStation,
            SortedMap<String, Long> onlineByGroup) {

        /** Votes on paper. */
        public long paper() {
            return sum(paperByStation);
        }

        /** Electronic votes. */
        public long online() {
            return sum(onlineByGroup);
        }

        /** All votes. */
        public long total() {
            return paper() + online();
        }

        private static long sum(Map<String, Long> votes) {
            return votes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Adds up.
     *
     * @param protocols the newest protocol of each station that sent one
     * @param tallies absent before the guardians have decrypted
     */
    public static Results of(
            ElectionPackage electionPackage,
            Map<String, ProtocolContent> protocols,
            Optional<List<DecryptedTally>> tallies) {
        var contests = new ArrayList<OfContest>();
        for (Contest contest : electionPackage.contests()) {
            var candidates = new ArrayList<OfCandidate>();
            for (Candidate candidate : contest.candidates()) {
                candidates.add(
                        new OfCandidate(
                                candidate,
                                paper(contest.id(), candidate.id(), protocols),
                                online(contest.id(), candidate.id(), tallies.orElse(List.of()))));
            }
            contests.add(new OfContest(contest, candidates));
        }
        return new Results(
                contests, protocols.size(), electionPackage.stations().size(), tallies.isPresent());
    }

    private static SortedMap<String, Long> paper(
            String contest, String candidate, Map<String, ProtocolContent> protocols) {
        var votes = new TreeMap<String, Long>();
        protocols.forEach(
                (station, protocol) -> {
                    Map<String, Long> ofContest = protocol.results().get(contest);
                    if (ofContest != null) {
                        votes.put(station, ofContest.getOrDefault(candidate, 0L));
                    }
                });
        return votes;
    }

    private static SortedMap<String, Long> online(
            String contest, String candidate, List<DecryptedTally> tallies) {
        var votes = new TreeMap<String, Long>();
        for (DecryptedTally tally : tallies) {
            tally.contests().stream()
                    .filter(counted -> counted.contestId().equals(contest))
                    .flatMap(counted -> counted.selections().stream())
                    .filter(counted -> counted.candidateId().equals(candidate))
                    .forEach(
                            counted ->
                                    votes.put(tally.encrypted().tallyId(), (long) counted.votes()));
        }
        return votes;
    }
}
