package org.tamga.station.sync;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.wire.Digests;
import org.tamga.station.store.JournalStore;

/** Writes {@code ITEM_DELIVERED} once for each item; the only one to write that event. */
public final class JournalingReceipts implements ReceiptListener {
    private final JournalStore journal;
    private final Clock clock;
    private final Set<String> journaled;

    public JournalingReceipts(JournalStore journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.journaled =
                journal.events().stream()
                        .map(SignedEvent::event)
                        .filter(event -> event.type() == EventType.ITEM_DELIVERED)
                        .map(event -> String.valueOf(event.data().get("item")))
                        .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public synchronized void delivered(String itemId, SignedReceipt receipt) {
        if (!journaled.contains(itemId)) {
            journal.append(
                    EventType.ITEM_DELIVERED,
                    clock.instant(),
                    JournalEvent.SYSTEM,
                    Map.of("item", itemId, "receipt", Digests.sha256Hex(receipt.toBytes())));
            journaled.add(itemId);
        }
    }
}
