package org.tamga.kiosk.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tamga.election.definition.ElectionPackage;

/** Holds the published result against what the people of the demonstration did. */
final class Reconciliation {
    private static final String TOTAL = "total";

    private final List<String> mismatches = new ArrayList<>();

    private Reconciliation() {}

    static Summary of(
            Path record,
            long seed,
            boolean realFingers,
            Population population,
            ElectionPackage election,
            UnattendedDay.Played day,
            int differencesShown,
            int networkCuts)
            throws IOException {
        var reconciliation = new Reconciliation();
        var results = results(record);
        var figures = day.recognition().figures();
        reconciliation.same("votes in the published results", day.voting().expected(), results);
        reconciliation.same("acknowledged records lost", 0, day.recordsLost());
        reconciliation.same(
                "confirmation codes of acknowledged ballots in the published box",
                day.acknowledgedBallots(),
                confirmationCodes(record));
        reconciliation.same("people taken for somebody else", 0, figures.wronglyIdentified());
        reconciliation.same(
                "strangers refused", population.strangers().size(), figures.strangersRefused());
        reconciliation.same(
                "differences shown between the two entries of the count", 1, differencesShown);
        reconciliation.same(
                "voters identified and turned away",
                population.voters().size(),
                figures.identified() + figures.turnedAway());
        reconciliation.same(
                "voters identified, and check-ins in the published journal",
                figures.identifiedByChannel(),
                checkIns(record));
        reconciliation.same(
                "voters of the kit's register, and of the one fetched before opening",
                List.of(population.earlierVoters().size(), population.voters().size()),
                registers(record));
        reconciliation.same("power cuts", UnattendedDay.POWER_CUTS, day.kills());
        reconciliation.same("times the centre was out of reach", Evening.NETWORK_CUTS, networkCuts);
        reconciliation.mismatches.addAll(day.contradictions());
        var milliseconds = new TreeMap<String, Latencies.Percentiles>();
        day.latencies().forEach((step, times) -> milliseconds.put(step, times.percentiles()));
        return new Summary(
                seed,
                realFingers ? "folder" : "synthetic",
                population.voters().size(),
                figures,
                day.kills(),
                day.recordsLost(),
                networkCuts,
                day.voting().onlineCast(),
                milliseconds,
                results,
                reconciliation.mismatches);
    }

    private void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            mismatches.add(what + ": expected " + expected + ", found " + found);
        }
    }

    /** Events CHECKED_IN of the exported journal by channel. */
    private static Map<String, Integer> checkIns(Path record) throws IOException {
        var channels = new TreeMap<String, Integer>();
        for (var checkIn : journaled(record, "CHECKED_IN")) {
            channels.merge(checkIn.path("channel").asText(), 1, Integer::sum);
        }
        return channels;
    }

    /** Number of voters after each import of a register. */
    private static List<Integer> registers(Path record) throws IOException {
        return journaled(record, "REGISTER_IMPORTED").stream()
                .map(imported -> Integer.valueOf(imported.path("voters").asText()))
                .toList();
    }

    private static List<JsonNode> journaled(Path record, String type) throws IOException {
        var journal =
                record.resolve("station-" + DemoHome.STATION)
                        .resolve(DemoHome.OPERATOR)
                        .resolve("journal.jsonl");
        var json = new ObjectMapper();
        var data = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(journal)) {
            var event = json.readTree(line).path("event");
            if (event.path("type").asText().equals(type)) {
                data.add(event.path("data"));
            }
        }
        return data;
    }

    private static Set<String> confirmationCodes(Path record) throws IOException {
        var box =
                record.resolve("station-" + DemoHome.STATION)
                        .resolve(DemoHome.BOOTH)
                        .resolve("ballots.jsonl");
        var json = new ObjectMapper();
        var codes = new HashSet<String>();
        for (var line : Files.readAllLines(box)) {
            codes.add(json.readTree(line).path("confirmationCode").asText());
        }
        return codes;
    }

    // NIST SP 1500-100: the count of type "total" of each selection.
    private static Map<String, Map<String, Long>> results(Path record) throws IOException {
        var report =
                new ObjectMapper()
                        .readTree(record.resolve("results").resolve("results.json").toFile());
        var results = new TreeMap<String, Map<String, Long>>();
        for (var contest : report.path("Election").path(0).path("Contest")) {
            var contestId = contest.path("@id").asText().replaceFirst("^contest-", "");
            var votes = new TreeMap<String, Long>();
            for (var selection : contest.path("BallotSelection")) {
                var candidate =
                        selection
                                .path("@id")
                                .asText()
                                .replaceFirst("^selection-" + contestId + "-", "");
                for (var count : selection.path("VoteCounts")) {
                    if (count.path("Type").asText().equals(TOTAL)) {
                        votes.put(candidate, count.path("Count").asLong());
                    }
                }
            }
            results.put(contestId, votes);
        }
        return results;
    }
}
