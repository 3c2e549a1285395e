package org.tamga.kiosk.station;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tamga.election.checkin.Roll;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.journal.StationCounters;

/**
 * The terminal's journal with its projections: roll, counters, the state of the day. Nothing shown
 * on a screen has another source. Thread-safe; an event is in the projections only after it is
 * durable.
 */
public final class StationJournal {

    /**
     * Appends durably, as {@code JournalStore.append} does: what it returns survives a power cut.
     */
    @FunctionalInterface
    public interface Log {
        SignedEvent append(EventType type, Instant at, String actor, Map<String, String> data);
    }

    private final Log log;
    private final InstantSource clock;
    private final List<JournalEvent> events;
    private final Roll roll;
    private String actor;

    /**
     * @param past all events so far, oldest first
     * @param actor official id who acts until {@link #actAs}, or {@code terminal}
     */
    public StationJournal(Log log, List<JournalEvent> past, InstantSource clock, String actor) {
        this.log = log;
        this.clock = clock;
        this.events = new ArrayList<>(past);
        this.roll = Roll.of(past);
        this.actor = actor;
    }

    public synchronized void actAs(String officialId) {
        actor = officialId;
    }

    public synchronized SignedEvent append(EventType type, Map<String, String> data) {
        SignedEvent signed = log.append(type, clock.instant(), actor, data);
        events.add(signed.event());
        roll.apply(signed.event());
        return signed;
    }

    /**
     * The roll itself; whoever decides upon it holds this journal's lock, see {@code CheckInDesk}.
     */
    public Roll roll() {
        return roll;
    }

    public synchronized StationCounters counters() {
        return StationCounters.of(List.copyOf(events));
    }

    public synchronized List<JournalEvent> events() {
        return List.copyOf(events);
    }

    /** When the last event of one of these types happened. */
    public synchronized Optional<JournalEvent> last(EventType... types) {
        List<EventType> wanted = Arrays.asList(types);
        return events.reversed().stream().filter(e -> wanted.contains(e.type())).findFirst();
    }

    /** Where the day stands. */
    public DayPhase phase() {
        return last(EventType.STATION_CLOSED, EventType.STATION_OPENED)
                .map(e -> e.type() == EventType.STATION_OPENED ? DayPhase.OPEN : DayPhase.CLOSED)
                .orElse(DayPhase.BEFORE_OPENING);
    }
}
