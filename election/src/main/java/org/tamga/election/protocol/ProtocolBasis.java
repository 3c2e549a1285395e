package org.tamga.election.protocol;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.StationCounters;

/**
 * What a protocol rests on besides the paper count.
 *
 * @param packageHash SHA-256 of {@code election-package.json}, lower-case hex
 * @param version from 1
 * @param supersedes the version that is corrected; absent exactly for version 1
 * @param boothRoots root of the ballot log of each booth, by terminal id
 */
public record ProtocolBasis(
        ElectionPackage electionPackage,
        String packageHash,
        String stationId,
        int version,
        @Nullable Correction supersedes,
        StationCounters counters,
        JournalHead journalHead,
        Map<String, String> boothRoots,
        Instant closedAt) {
    /**
     * @param supersedes SHA-256 of the corrected protocol file, lower-case hex
     * @param reason why it is corrected, not blank
     */
    public record Correction(String supersedes, String reason) {}

    public ProtocolBasis {
        boothRoots = Collections.unmodifiableMap(new TreeMap<>(boothRoots));
        if ((version == 1) != (supersedes == null)) {
            throw new IllegalArgumentException("every version but the first corrects another one");
        }
    }
}
