package org.tamga.election.journal;

import org.jspecify.annotations.Nullable;

/** What a check of a journal found. */
public sealed interface JournalVerdict {
    /**
     * @param events number of events
     * @param last the last one, absent for an empty journal
     */
    record Intact(long events, @Nullable SignedEvent last) implements JournalVerdict {}

    /**
     * @param seq number of the first event that is wrong, counted from 1 by position
     * @param detail one English line
     */
    record Broken(long seq, JournalFault fault, String detail) implements JournalVerdict {}
}
