package org.tamga.kiosk.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the exchange with the centre stands.
 *
 * @param lastContact when the centre last answered, since the program started
 * @param waiting items without a receipt
 * @param receipts items with one
 * @param registerVersion version of the register held
 * @param voters in it
 * @param fault why the last attempt failed: SY-nn, CN-nn, US-nn or RG-nn
 */
public record SyncState(
        Optional<Instant> lastContact,
        long waiting,
        long receipts,
        int registerVersion,
        int voters,
        Optional<String> fault) {

    public boolean connected() {
        return lastContact.isPresent() && fault.isEmpty();
    }
}
