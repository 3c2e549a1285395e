package org.tamga.election.voter;

import java.time.Instant;
import java.util.List;

/**
 * A register snapshot or delta of one station in the clear.
 *
 * @param fromVersion version that a delta builds on; 0 for a snapshot
 * @param version version that results
 * @param salt hex of 32 bytes, one for all versions of an election: key of the directory's hashes
 * @param upserts voters to add or to replace; for a snapshot all voters
 * @param removals voters to forget; empty for a snapshot
 * @param directory stations of people who vote elsewhere
 */
public record RegisterContent(
        String electionId,
        String stationId,
        RegisterKind kind,
        int fromVersion,
        int version,
        Instant created,
        String salt,
        List<VoterRecord> upserts,
        List<VoterId> removals,
        List<DirectoryEntry> directory)
        implements AutoCloseable {
    public RegisterContent {
        upserts = List.copyOf(upserts);
        removals = List.copyOf(removals);
        directory = List.copyOf(directory);
    }

    /** Wipes all templates and photos. */
    @Override
    public void close() {
        upserts.forEach(VoterRecord::close);
    }

    @Override
    public String toString() {
        return "RegisterContent[" + stationId + " " + kind + " " + version + "]";
    }
}
