package org.tamga.central.ingest;

import java.time.Instant;
import java.util.List;
import org.tamga.election.exchange.TurnoutReport;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.SignedEvent;

/**
 * How far a terminal's journal is here, and the turnout that it says up to there.
 *
 * @param registered voters after the last import of a register
 */
record JournalState(JournalHead head, long registered, long paper, long online, long mobile) {

    /** Before the first event. */
    static JournalState before(String electionId, String terminal) {
        return new JournalState(new JournalHead(electionId, terminal, 0, ""), 0, 0, 0, 0);
    }

    /** After more events, at least one. */
    JournalState after(List<SignedEvent> events) {
        long voters = registered;
        long inHall = paper;
        long inBooth = online;
        long outside = mobile;
        for (SignedEvent signed : events) {
            JournalEvent event = signed.event();
            if (event.type() == EventType.REGISTER_IMPORTED) {
                voters = event.number("voters");
            } else if (event.type() == EventType.CHECKED_IN) {
                switch (String.valueOf(event.data().get("channel"))) {
                    case "PAPER" -> inHall++;
                    case "ONLINE" -> inBooth++;
                    default -> outside++;
                }
            }
        }
        JournalHead end = JournalHead.of(head.electionId(), events.getLast());
        return new JournalState(end, voters, inHall, inBooth, outside);
    }

    TurnoutReport turnout(Instant at) {
        return new TurnoutReport(at, registered, paper, online, mobile);
    }
}
