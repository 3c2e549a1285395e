package org.tamga.election.protocol;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.journal.JournalHead;

/**
 * The protocol of a station: the file {@code protocol-v<version>.json} is its canonical JSON.
 *
 * @param formatVersion always 1
 * @param packageHash SHA-256 of {@code election-package.json}, lower-case hex
 * @param version from 1
 * @param supersedes SHA-256 of the file that this version corrects; absent for version 1
 * @param reason why it corrects it; absent for version 1
 * @param lines number of every concrete line
 * @param ratios outcome of every control ratio
 * @param answers the commission's answer to each warning, by {@link RatioOutcome#key}
 * @param counters projection of the journal up to the head
 * @param journalHead last event before the protocol was drawn up
 * @param boothRoots root of the ballot log of each booth, by terminal id
 * @param results votes on paper: candidate to number, by contest
 * @param closedAt when identification ended
 */
public record ProtocolContent(
        int formatVersion,
        String electionId,
        String packageHash,
        String stationId,
        int version,
        @Nullable String supersedes,
        @Nullable String reason,
        Map<String, Long> lines,
        List<RatioOutcome> ratios,
        Map<String, String> answers,
        Map<String, Long> counters,
        JournalHead journalHead,
        Map<String, String> boothRoots,
        Map<String, Map<String, Long>> results,
        Instant closedAt) {
    /** The format that this program reads and writes. */
    public static final int FORMAT = 1;

    public ProtocolContent {
        lines = sorted(lines);
        ratios = List.copyOf(ratios);
        answers = sorted(answers);
        counters = sorted(counters);
        boothRoots = sorted(boothRoots);
        Map<String, Map<String, Long>> contests = new TreeMap<>();
        results.forEach((contest, votes) -> contests.put(contest, sorted(votes)));
        results = Collections.unmodifiableMap(contests);
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
