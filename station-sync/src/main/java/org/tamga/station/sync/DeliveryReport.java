package org.tamga.station.sync;

import java.util.List;

/** Outcome of emptying the outbox as far as it goes. */
public sealed interface DeliveryReport {
    /**
     * Every item has its receipt.
     *
     * @param delivered items delivered this time
     */
    record AllDelivered(int delivered) implements DeliveryReport {}

    /**
     * The centre was reached and refused some items; they stay in the outbox.
     *
     * @param delivered items delivered this time
     * @param refused what was refused, and why
     */
    record SomeRefused(int delivered, List<RefusedItem> refused) implements DeliveryReport {
        public SomeRefused {
            refused = List.copyOf(refused);
        }
    }

    /**
     * The connection failed; the next call goes on where this one ended.
     *
     * @param delivered items delivered this time
     * @param remaining items without a receipt
     */
    record Interrupted(int delivered, long remaining, SyncFault fault, String detail)
            implements DeliveryReport {}

    /**
     * @param number the item's number
     * @param code {@code CN-nn}
     */
    record RefusedItem(long number, String code, String detail) {}
}
