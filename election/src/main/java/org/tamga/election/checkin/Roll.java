package org.tamga.election.checkin;

import java.time.Instant;
import java.util.Optional;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.voter.VoterId;

/**
 * Who was identified when and where: a projection of the journals of all operator terminals of the
 * room.
 */
public final class Roll {
    /** An identification that counts. */
    public record Identification(
            VoterId voter, Instant at, String terminal, VotingChannel channel, long slip) {}

    private Roll() {}

    /** A roll of the events so far. */
    public static Roll of(Iterable<JournalEvent> events) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Takes a new event in; events of other kinds are overlooked. */
    public void apply(JournalEvent event) {
        throw new UnsupportedOperationException("not yet");
    }

    public Optional<Identification> find(VoterId voter) {
        throw new UnsupportedOperationException("not yet");
    }

    /** How many voters were identified. */
    public int size() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Whether a terminal is open for identification. */
    public boolean isOpen(String terminalId) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The number of the terminal's next slip. */
    public long nextSlip(String terminalId) {
        throw new UnsupportedOperationException("not yet");
    }
}
