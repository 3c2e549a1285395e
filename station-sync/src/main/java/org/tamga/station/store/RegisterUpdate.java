package org.tamga.station.store;

import org.tamga.election.voter.RegisterRefusal;

/** Outcome of bringing a register file's content into the store. */
public sealed interface RegisterUpdate {
    /**
     * @param version version that the store holds now
     * @param voters voters in the store now
     */
    record Applied(int version, int voters) implements RegisterUpdate {}

    /** Nothing was changed; the register in use stays as it is. */
    record Refused(RegisterRefusal reason, String detail) implements RegisterUpdate {}
}
