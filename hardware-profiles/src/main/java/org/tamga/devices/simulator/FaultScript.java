package org.tamga.devices.simulator;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What shall go wrong: faults for the next uses, in order, and one that stands until it is cleared.
 */
public final class FaultScript {
    private final Set<SimulatedFault> known;
    private final Queue<SimulatedFault> next = new ArrayDeque<>();
    private @Nullable SimulatedFault standing;

    /**
     * @param known the faults that the simulator can play
     */
    public FaultScript(Set<SimulatedFault> known) {
        this.known = Set.copyOf(known);
    }

    public Set<SimulatedFault> known() {
        return known;
    }

    /** Adds a fault for one use. */
    public synchronized void once(SimulatedFault fault) {
        next.add(checked(fault));
    }

    /** Every use fails so until {@link #clear()}. */
    public synchronized void fromNowOn(SimulatedFault fault) {
        standing = checked(fault);
    }

    public synchronized void clear() {
        next.clear();
        standing = null;
    }

    /** The fault of this use, if any; a fault for one use is used up. */
    public synchronized Optional<SimulatedFault> take() {
        SimulatedFault once = next.poll();
        return Optional.ofNullable(once != null ? once : standing);
    }

    /** The fault that stands, without using up one for a single use. */
    public synchronized Optional<SimulatedFault> standing() {
        return Optional.ofNullable(standing);
    }

    /** True while this fault stands. */
    public boolean plays(SimulatedFault fault) {
        return standing().filter(fault::equals).isPresent();
    }

    private SimulatedFault checked(SimulatedFault fault) {
        if (!known.contains(fault)) {
            throw new IllegalArgumentException("this simulator cannot play " + fault);
        }
        return fault;
    }
}
