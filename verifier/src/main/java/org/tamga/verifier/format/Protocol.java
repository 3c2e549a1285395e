package org.tamga.verifier.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code protocol-v<n>.json}, docs/formats/protocol.md. */
public record Protocol(
        int formatVersion,
        String electionId,
        String packageHash,
        String stationId,
        int version,
        @Nullable String supersedes,
        @Nullable String reason,
        Map<String, Long> lines,
        List<Outcome> ratios,
        Map<String, String> answers,
        Map<String, Long> counters,
        JournalLine.Head journalHead,
        Map<String, String> boothRoots,
        Map<String, Map<String, Long>> results,
        String closedAt) {

    /** Outcome of a control ratio. */
    public record Outcome(
            String code,
            @Nullable String contest,
            boolean holds,
            long leftSum,
            long rightSum,
            long gap,
            List<String> lines,
            ElectionPackage.Severity severity) {

        /** {@code <code>} or {@code <code>@<contest>}. */
        public String key() {
            return contest == null ? code : code + "@" + contest;
        }
    }
}
