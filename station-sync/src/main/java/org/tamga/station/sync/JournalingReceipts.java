package org.tamga.station.sync;

import java.time.Clock;
import java.util.Map;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.wire.Digests;
import org.tamga.station.store.JournalStore;

/** Writes {@code ITEM_DELIVERED} once for each item. */
public final class JournalingReceipts implements ReceiptListener {
    private final JournalStore journal;
    private final Clock clock;

    public JournalingReceipts(JournalStore journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void delivered(String itemId, SignedReceipt receipt) {
        boolean known =
                journal.events().stream()
                        .map(signed -> signed.event())
                        .filter(event -> event.type() == EventType.ITEM_DELIVERED)
                        .anyMatch(event -> itemId.equals(event.data().get("item")));
        if (!known) {
            journal.append(
                    EventType.ITEM_DELIVERED,
                    clock.instant(),
                    JournalEvent.SYSTEM,
                    Map.of("item", itemId, "receipt", Digests.sha256Hex(receipt.toBytes())));
        }
    }
}
