package org.tamga.station.store;

import org.jspecify.annotations.Nullable;
import org.tamga.election.exchange.SignedItem;
import org.tamga.election.exchange.SignedReceipt;

/**
 * An item in the outbox.
 *
 * @param number its number, from 1 without gaps
 * @param key what it is to the terminal, e.g. {@code protocol/1}; one item for each key
 * @param item what is sent
 * @param receipt the centre's receipt, absent until it came
 * @param journaled whether the receipt is in the journal
 */
public record OutboxItem(
        long number,
        String key,
        SignedItem item,
        @Nullable SignedReceipt receipt,
        boolean journaled) {}
