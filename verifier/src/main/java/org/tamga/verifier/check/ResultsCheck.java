package org.tamga.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.verifier.format.DecryptedTally;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.Candidate;
import org.tamga.verifier.format.ElectionPackage.Contest;
import org.tamga.verifier.format.Protocol;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.RecordFolder;

/**
 * The published results and turnout against what the record's protocols, tallies and journals say.
 */
public final class ResultsCheck {
    private static final String RESULTS = "results/results.json";
    private static final String TURNOUT = "results/turnout.json";

    private final RecordFolder folder;
    private final Findings findings;
    private final ElectionPackage election;

    public ResultsCheck(RecordFolder folder, ElectionPackage election) {
        this.folder = folder;
        this.findings = folder.findings();
        this.election = election;
    }

    /** Votes of one candidate, recomputed. */
    public record Votes(Contest contest, Candidate candidate, long paper, long online) {}

    /** One line of {@code VoteCounts} of the report. */
    private record Count(String type, String otherType, String unit, long votes) {}

    /**
     * Checks {@code results.json} (NIST SP 1500-100).
     *
     * @param protocols the last of each station, by station id
     * @return the votes as recomputed, in the order of the ballot
     */
    public List<Votes> results(
            SortedMap<String, Protocol> protocols, List<DecryptedTally> tallies) {
        List<Votes> votes = new ArrayList<>();
        Optional<JsonNode> report = folder.tree(RESULTS);
        Map<String, List<Count>> published =
                report.map(ResultsCheck::published).orElseGet(LinkedHashMap::new);
        int selections = 0;
        for (Contest contest : election.contests()) {
            for (Candidate candidate : contest.candidates()) {
                List<Count> counts = counts(contest, candidate, protocols, tallies);
                String key = "selection-" + contest.id() + "-" + candidate.id();
                if (report.isPresent()) {
                    findings.require(
                            counts.equals(published.get(key)),
                            Code.RESULTS,
                            RESULTS,
                            "the votes of %s/%s differ from paper and online recomputed"
                                    .formatted(contest.id(), candidate.id()));
                }
                long online = sum(counts, "other");
                votes.add(new Votes(contest, candidate, sum(counts, "election-day"), online));
                selections++;
            }
        }
        findings.require(
                report.isEmpty() || ReportNames.fit(report.get(), election),
                Code.RESULTS,
                RESULTS,
                "contests, candidates or stations are not those of the election package, each once");
        findings.checked("published results", selections);
        return votes;
    }

    private static List<Count> counts(
            Contest contest,
            Candidate candidate,
            SortedMap<String, Protocol> protocols,
            List<DecryptedTally> tallies) {
        List<Count> counts = new ArrayList<>();
        protocols.forEach(
                (station, protocol) -> {
                    Map<String, Long> ofContest = protocol.results().get(contest.id());
                    if (ofContest != null) {
                        long votes = ofContest.getOrDefault(candidate.id(), 0L);
                        counts.add(new Count("election-day", "", "station-" + station, votes));
                    }
                });
        var online = new TreeMap<String, Long>();
        for (DecryptedTally tally : tallies) {
            for (var counted : tally.contests()) {
                for (var selection : counted.selections()) {
                    if (counted.contestId().equals(contest.id())
                            && selection.candidateId().equals(candidate.id())) {
                        online.put(tally.encrypted().tallyId(), (long) selection.votes());
                    }
                }
            }
        }
        online.forEach(
                (group, votes) -> {
                    String unit = (group.contains("+") ? "group-" : "station-") + group;
                    counts.add(new Count("other", "online", unit, votes));
                });
        long total = sum(counts, "election-day") + sum(counts, "other");
        counts.add(new Count("total", "", "election", total));
        return counts;
    }

    private static long sum(List<Count> counts, String type) {
        return counts.stream().filter(c -> c.type().equals(type)).mapToLong(Count::votes).sum();
    }

    private static Map<String, List<Count>> published(JsonNode report) {
        Map<String, List<Count>> published = new LinkedHashMap<>();
        for (JsonNode election : report.path("Election")) {
            for (JsonNode contest : election.path("Contest")) {
                for (JsonNode selection : contest.path("BallotSelection")) {
                    List<Count> counts = new ArrayList<>();
                    for (JsonNode count : selection.path("VoteCounts")) {
                        counts.add(
                                new Count(
                                        count.path("Type").asText(),
                                        count.path("OtherType").asText(),
                                        count.path("GpUnitId").asText(),
                                        count.path("Count").asLong(-1)));
                    }
                    published.put(selection.path("@id").asText(), counts);
                }
            }
        }
        return published;
    }

    /**
     * Checks {@code turnout.json} and the voters named in {@code results.json}.
     *
     * @param counters recomputed from the journals, by station id
     */
    public void turnout(SortedMap<String, Map<String, Long>> counters) {
        var published = new TreeMap<String, Map<String, Long>>();
        var total = new TreeMap<String, Long>();
        Optional<JsonNode> turnout = folder.tree(TURNOUT);
        if (turnout.isEmpty()) {
            return;
        }
        for (JsonNode station : turnout.get().path("stations")) {
            published.put(station.path("station").asText(), numbers(station));
        }
        var expected = new TreeMap<String, Map<String, Long>>();
        counters.forEach((station, all) -> expected.put(station, turnoutOf(all)));
        expected.values().forEach(one -> one.forEach((k, v) -> total.merge(k, v, Long::sum)));
        for (String station : published.keySet()) {
            findings.require(
                    published.get(station).equals(expected.get(station)),
                    Code.TURNOUT,
                    TURNOUT,
                    "station " + station + " differs from its journal: " + expected.get(station));
        }
        findings.require(
                published.keySet().equals(expected.keySet())
                        && turnout.get().path("stations").size() == published.size()
                        && turnout.get().path("electionId").asText().equals(election.electionId()),
                Code.TURNOUT,
                TURNOUT,
                "not the stations whose journals are in the record: " + expected.keySet());
        findings.require(
                expected.isEmpty() || numbers(turnout.get().path("total")).equals(total),
                Code.TURNOUT,
                TURNOUT,
                "the total is not the sum of the stations: " + total);
        units(expected);
        findings.checked("stations' turnout", published.size());
    }

    private void units(SortedMap<String, Map<String, Long>> expected) {
        if (!folder.has(RESULTS)) {
            return;
        }
        JsonNode units = folder.tree(RESULTS).map(r -> r.path("GpUnit")).orElseThrow();
        for (JsonNode unit : units) {
            Map<String, Long> station =
                    expected.get(unit.path("@id").asText().replaceFirst("^station-", ""));
            if (unit.has("VotersRegistered") || unit.has("VotersParticipated")) {
                findings.require(
                        station != null
                                && unit.path("VotersRegistered").asLong(-1)
                                        == station.getOrDefault("registered", 0L)
                                && unit.path("VotersParticipated").asLong(-1)
                                        == identified(station),
                        Code.RESULTS,
                        RESULTS,
                        "voters of " + unit.path("@id").asText() + " differ from the journal");
            }
        }
    }

    private static long identified(Map<String, Long> turnout) {
        return turnout.values().stream().mapToLong(Long::longValue).sum()
                - turnout.getOrDefault("registered", 0L);
    }

    private static Map<String, Long> turnoutOf(Map<String, Long> counters) {
        var turnout = new TreeMap<String, Long>();
        for (String name :
                List.of("registered", "identifiedPaper", "identifiedOnline", "identifiedMobile")) {
            turnout.put(name, counters.getOrDefault(name, 0L));
        }
        return turnout;
    }

    private static Map<String, Long> numbers(JsonNode node) {
        var numbers = new TreeMap<String, Long>();
        node.properties().stream()
                .filter(entry -> entry.getValue().isIntegralNumber())
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().longValue()));
        return numbers;
    }
}
