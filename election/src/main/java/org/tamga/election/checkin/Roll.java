package org.tamga.election.checkin;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.voter.VoterId;

/**
 * Who was identified when and where: a projection of the journals of all operator terminals of the
 * room. Safe for use by several threads.
 */
public final class Roll {
    /** An identification that counts. */
    public record Identification(
            VoterId voter, Instant at, String terminal, VotingChannel channel, long slip) {}

    private final Map<VoterId, Identification> identified = new HashMap<>();
    private final Map<String, Long> lastSlip = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private Roll() {}

    /** A roll of the events so far, each terminal's in the order of its chain. */
    public static Roll of(Iterable<JournalEvent> events) {
        Roll roll = new Roll();
        events.forEach(roll::apply);
        return roll;
    }

    /** Takes a new event in; events of other kinds are overlooked. */
    public synchronized void apply(JournalEvent event) {
        switch (event.type()) {
            case STATION_OPENED -> open.add(event.terminal());
            case STATION_CLOSED -> open.remove(event.terminal());
            case CHECKED_IN -> checkedIn(event);
            default -> {}
        }
    }

    /**
     * The identification that came first in case two terminals that did not see each other both
     * admitted a voter.
     */
    public synchronized Optional<Identification> find(VoterId voter) {
        return Optional.ofNullable(identified.get(voter));
    }

    /** How many voters were identified. */
    public synchronized int size() {
        return identified.size();
    }

    /** Whether a terminal is open for identification. */
    public synchronized boolean isOpen(String terminalId) {
        return open.contains(terminalId);
    }

    /** The number of the terminal's next slip. */
    public synchronized long nextSlip(String terminalId) {
        return lastSlip.getOrDefault(terminalId, 0L) + 1;
    }

    private void checkedIn(JournalEvent event) {
        Identification identification =
                new Identification(
                        new VoterId(event.data().getOrDefault("voter", "")),
                        event.at(),
                        event.terminal(),
                        VotingChannel.valueOf(event.data().getOrDefault("channel", "")),
                        event.number("slip"));
        identified.merge(
                identification.voter(),
                identification,
                (first, other) -> other.at().isBefore(first.at()) ? other : first);
        lastSlip.merge(event.terminal(), identification.slip(), Math::max);
    }
}
