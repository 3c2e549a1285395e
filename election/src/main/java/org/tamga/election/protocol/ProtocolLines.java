package org.tamga.election.protocol;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tamga.election.count.FormLines;
import org.tamga.election.count.FormLines.ConcreteLine;
import org.tamga.election.definition.Candidate;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ProtocolForm;

/** The numbers of a protocol's lines and what follows from them. */
final class ProtocolLines {
    private ProtocolLines() {}

    /** The typed lines and beside them the lines that a counter gives. */
    static Map<String, Long> withCounters(
            ProtocolForm form,
            List<Contest> contests,
            Map<String, Long> typed,
            Map<String, Long> counters) {
        Map<String, Long> lines = new TreeMap<>(typed);
        for (ConcreteLine line : FormLines.of(form, contests)) {
            String counter = line.line().counter();
            if (counter != null) {
                lines.put(line.key(), counters.getOrDefault(counter, 0L));
            }
        }
        return lines;
    }

    /** Votes by candidate by contest. */
    static Map<String, Map<String, Long>> results(
            ProtocolForm form, List<Contest> contests, Map<String, Long> lines) {
        Map<String, Map<String, Long>> results = new TreeMap<>();
        for (ConcreteLine line : FormLines.of(form, contests)) {
            Contest contest = line.contest();
            Candidate candidate = line.candidate();
            if (contest != null && candidate != null) {
                results.computeIfAbsent(contest.id(), id -> new TreeMap<>())
                        .put(candidate.id(), lines.getOrDefault(line.key(), 0L));
            }
        }
        return results;
    }
}
