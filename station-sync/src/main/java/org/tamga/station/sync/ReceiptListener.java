package org.tamga.station.sync;

import org.tamga.election.exchange.SignedReceipt;

/** Told of each verified receipt; told again if the program ended before it returned. */
@FunctionalInterface
public interface ReceiptListener {
    void delivered(String itemId, SignedReceipt receipt);
}
