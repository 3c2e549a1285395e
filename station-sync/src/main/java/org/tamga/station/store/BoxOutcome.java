package org.tamga.station.store;

import org.jspecify.annotations.Nullable;

/** Outcome of laying a ballot into the box. */
public sealed interface BoxOutcome {
    /**
     * The ballot is in the box, on the disk.
     *
     * @param batch the batch that this ballot completed, absent while the batch is open
     */
    record Stored(@Nullable BoxBatch batch) implements BoxOutcome {}

    /** The card has served already; nothing was stored. */
    record CardSpent() implements BoxOutcome {}

    /** A ballot with this id lies in the box already; nothing was stored. */
    record DuplicateBallot() implements BoxOutcome {}

    /** The box is closed; nothing was stored. */
    record BoxClosed() implements BoxOutcome {}
}
