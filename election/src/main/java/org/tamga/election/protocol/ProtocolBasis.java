package org.tamga.election.protocol;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.wire.Hex;

/**
 * What a protocol rests on besides the paper count.
 *
 * @param packageHash SHA-256 of {@code election-package.json}, lower-case hex
 * @param version from 1
 * @param correction which version is corrected and why; absent exactly for version 1
 * @param boothRoots root of the ballot log of each booth, by terminal id
 * @param closedAt when identification ended, whole seconds
 */
public record ProtocolBasis(
        ElectionPackage electionPackage,
        String packageHash,
        String stationId,
        int version,
        @Nullable Correction correction,
        StationCounters counters,
        JournalHead journalHead,
        Map<String, String> boothRoots,
        Instant closedAt) {
    /**
     * Why there is another version.
     *
     * @param supersedes SHA-256 of the corrected protocol file, lower-case hex
     * @param reason why it is corrected, not blank
     */
    public record Correction(String supersedes, String reason) {
        public Correction {
            if (!Hex.isBytes(supersedes, 32) || reason.isBlank()) {
                throw new IllegalArgumentException(
                        "a correction names a protocol by its hash, and a reason");
            }
        }
    }

    /**
     * @throws IllegalArgumentException if version and correction do not fit, or the station is not
     *     in the package
     */
    public ProtocolBasis {
        boothRoots = Collections.unmodifiableMap(new TreeMap<>(boothRoots));
        if (version < 1 || (version == 1) != (correction == null)) {
            throw new IllegalArgumentException("every version but the first corrects another one");
        }
        if (electionPackage.station(stationId).isEmpty()) {
            throw new IllegalArgumentException("no station " + stationId + " in the package");
        }
    }

    public Station station() {
        return electionPackage.station(stationId).orElseThrow();
    }
}
