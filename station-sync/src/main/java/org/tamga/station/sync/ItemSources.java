package org.tamga.station.sync;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.SignedEvent;
import org.tamga.station.record.BoothFiles;
import org.tamga.station.record.JournalLines;
import org.tamga.station.store.JournalStore;
import org.tamga.station.store.OutboxStore;

/**
 * Queues what is in the stores and not yet in the outbox. May be called at any time and again after
 * any interruption: what is queued already is not queued twice.
 */
public final class ItemSources {
    /** Bytes of lines in one item: well under what an item may hold. */
    private static final int SEGMENT_BYTES = 1 << 20;

    private static final String JOURNAL_KEY = "journal/";
    private static final Set<EventType> ABOUT_SYNC =
            EnumSet.of(EventType.ITEM_DELIVERED, EventType.SYNC_CONNECTED, EventType.SYNC_LOST);

    private ItemSources() {}

    /**
     * Queues the events that are not queued yet. Nothing is queued for events about the exchange
     * alone: else each receipt would make an item, and each item a receipt.
     *
     * @return items queued
     */
    public static int journal(JournalStore journal, OutboxStore outbox) {
        List<SignedEvent> events = journal.eventsAfter(queuedUpTo(outbox));
        if (events.stream().allMatch(event -> ABOUT_SYNC.contains(event.event().type()))) {
            return 0;
        }
        int queued = 0;
        List<SignedEvent> segment = new ArrayList<>();
        int size = 0;
        for (SignedEvent event : events) {
            segment.add(event);
            size += event.line().length + 1;
            if (size >= SEGMENT_BYTES) {
                queue(segment, outbox);
                queued++;
                segment.clear();
                size = 0;
            }
        }
        if (!segment.isEmpty()) {
            queue(segment, outbox);
            queued++;
        }
        return queued;
    }

    private static void queue(List<SignedEvent> segment, OutboxStore outbox) {
        long last = segment.getLast().event().seq();
        outbox.queue(
                JOURNAL_KEY + String.format("%012d", last),
                ItemKind.JOURNAL,
                JournalLines.of(segment));
    }

    private static long queuedUpTo(OutboxStore outbox) {
        return outbox.lastKey(JOURNAL_KEY)
                .map(key -> Long.parseLong(key.substring(JOURNAL_KEY.length())))
                .orElse(0L);
    }

    /**
     * Queues a closed box: its ballots in segments, then the closing statement with the log.
     *
     * @param head files of the head of the booth's journal, taken after closing
     */
    public static void booth(BoothFiles box, Map<String, byte[]> head, OutboxStore outbox) {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        int number = 1;
        byte[] ballots = box.files().getOrDefault(BoothFiles.BALLOTS, new byte[0]);
        for (String line : new String(ballots, StandardCharsets.UTF_8).lines().toList()) {
            segment.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
            if (segment.size() >= SEGMENT_BYTES) {
                outbox.queue("ballots/" + number++, ItemKind.BALLOTS, segment.toByteArray());
                segment.reset();
            }
        }
        if (segment.size() > 0) {
            outbox.queue("ballots/" + number, ItemKind.BALLOTS, segment.toByteArray());
        }
        TreeMap<String, byte[]> closing = new TreeMap<>(box.files());
        closing.remove(BoothFiles.BALLOTS);
        closing.putAll(head);
        outbox.queue("booth-closing", ItemKind.BOOTH_CLOSING, FileBundle.of(closing).toBytes());
    }
}
