package org.tamga.kiosk.station;

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
import org.tamga.station.store.JournalStore;

/**
 * The terminal's journal with its projections: roll, counters, where the day stands. Nothing shown
 * on a screen has another source. An event is in the projections only after it is durable; events
 * that another part of the program appended to the store are taken in before each answer.
 * Thread-safe; whoever decides upon the roll holds this object's lock until the decision is
 * appended.
 */
public final class StationJournal {

    private final JournalStore store;
    private final InstantSource clock;
    private final List<JournalEvent> events = new ArrayList<>();
    private final Roll roll = Roll.of(List.of());
    private String actor = JournalEvent.SYSTEM;

    public StationJournal(JournalStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        catchUp();
    }

    /** The official in whose name events are written from now on. */
    public synchronized void actAs(String officialId) {
        actor = officialId;
    }

    public synchronized String actor() {
        return actor;
    }

    /** Appends durably; what it returns survives a power cut. */
    public synchronized SignedEvent append(EventType type, Map<String, String> data) {
        SignedEvent signed = store.append(type, clock.instant(), actor, data);
        catchUp();
        return signed;
    }

    /** Like {@link #append}, for what the terminal does by itself. */
    public synchronized SignedEvent appendAsSystem(EventType type, Map<String, String> data) {
        SignedEvent signed = store.append(type, clock.instant(), JournalEvent.SYSTEM, data);
        catchUp();
        return signed;
    }

    /** The roll as of now. */
    public synchronized Roll roll() {
        catchUp();
        return roll;
    }

    public synchronized StationCounters counters() {
        catchUp();
        return StationCounters.of(events);
    }

    public synchronized List<JournalEvent> events() {
        catchUp();
        return List.copyOf(events);
    }

    /** The last event of one of these types. */
    public synchronized Optional<JournalEvent> last(EventType... types) {
        catchUp();
        List<EventType> wanted = Arrays.asList(types);
        return events.reversed().stream().filter(e -> wanted.contains(e.type())).findFirst();
    }

    /** Where the day stands. */
    public DayPhase phase() {
        return last(EventType.STATION_CLOSED, EventType.STATION_OPENED)
                .map(JournalEvent::type)
                .map(type -> type == EventType.STATION_OPENED ? DayPhase.OPEN : DayPhase.CLOSED)
                .orElse(DayPhase.BEFORE_OPENING);
    }

    private void catchUp() {
        if (store.lastSeq() > events.size()) {
            for (SignedEvent signed : store.eventsAfter(events.size())) {
                events.add(signed.event());
                roll.apply(signed.event());
            }
        }
    }
}
