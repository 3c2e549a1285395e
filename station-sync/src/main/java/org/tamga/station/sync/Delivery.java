package org.tamga.station.sync;

import org.tamga.election.exchange.SignedReceipt;

/** Outcome of offering one item to the centre. */
public sealed interface Delivery {
    /**
     * The centre holds the item.
     *
     * @param receipt verified: signed by the centre for this very item
     */
    record Delivered(SignedReceipt receipt) implements Delivery {}

    /** Nothing is known of the item at the centre; offering it again is safe. */
    record Unreachable(SyncFault fault, String detail) implements Delivery {}

    /**
     * The centre does not take the item.
     *
     * @param code {@code CN-nn}
     */
    record RefusedByCentral(String code, String detail) implements Delivery {}
}
