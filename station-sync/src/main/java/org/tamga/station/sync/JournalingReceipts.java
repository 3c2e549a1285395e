package org.tamga.station.sync;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.wire.Digests;
import org.tamga.station.store.JournalStore;

/** Writes {@code ITEM_DELIVERED} once for each item. */
public final class JournalingReceipts implements ReceiptListener {
    private final JournalStore journal;
    private final Clock clock;
    private final Set<String> journaled = new HashSet<>();
    private long readUpTo;

    public JournalingReceipts(JournalStore journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public synchronized void delivered(String itemId, SignedReceipt receipt) {
        readOn();
        if (!journaled.contains(itemId)) {
            journal.append(
                    EventType.ITEM_DELIVERED,
                    clock.instant(),
                    JournalEvent.SYSTEM,
                    Map.of("item", itemId, "receipt", Digests.sha256Hex(receipt.toBytes())));
        }
    }

    private void readOn() {
        for (SignedEvent signed : journal.eventsAfter(readUpTo)) {
            JournalEvent event = signed.event();
            readUpTo = event.seq();
            if (event.type() == EventType.ITEM_DELIVERED) {
                journaled.add(String.valueOf(event.data().get("item")));
            }
        }
    }
}
