package org.tamga.central.ingest;

import org.tamga.election.exchange.SignedReceipt;

/** What became of an item. */
public sealed interface Ingested {
    /**
     * The item is stored durably, now or before.
     *
     * @param receipt the same each time
     * @param fresh whether it is the first time
     */
    record Kept(SignedReceipt receipt, boolean fresh) implements Ingested {}

    /**
     * Nothing was stored.
     *
     * @param detail one English line
     */
    record Refused(IngestCode code, String detail) implements Ingested {}
}
