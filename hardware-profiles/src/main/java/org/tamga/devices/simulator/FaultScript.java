package org.tamga.devices.simulator;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What shall go wrong: faults for the next uses, in order, and one that stands until it is cleared.
 *
 * @param <F> the faults that a simulator knows
 */
public final class FaultScript<F extends Enum<F>> {
    private final Queue<F> next = new ArrayDeque<>();
    private @Nullable F standing;

    /** Adds a fault for one use. */
    public synchronized void once(F fault) {
        next.add(fault);
    }

    /** Every use fails so until {@link #clear()}. */
    public synchronized void fromNowOn(F fault) {
        standing = fault;
    }

    public synchronized void clear() {
        next.clear();
        standing = null;
    }

    /** The fault of this use, if any; a fault for one use is used up. */
    public synchronized Optional<F> take() {
        F once = next.poll();
        return Optional.ofNullable(once != null ? once : standing);
    }
}
