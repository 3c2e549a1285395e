package org.tamga.station.store;

/**
 * Where a journal ends, rewritten with each event, so that a lost last row is noticed.
 *
 * @param seq number of the last event, 0 for none
 * @param hash its hash, empty for none
 * @param clean whether the journal was closed after it
 */
record JournalEnd(long seq, String hash, boolean clean) {
    static final JournalEnd NEW = new JournalEnd(0, "", true);
}
