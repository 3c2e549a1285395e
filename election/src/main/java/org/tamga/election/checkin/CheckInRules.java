package org.tamga.election.checkin;

import org.tamga.election.definition.Policies;

/** Decides who is admitted. One voter, one admission, whatever the channel. */
public final class CheckInRules {
    private CheckInRules() {}

    /** Decides a request; the roll holds all that is known of identifications so far. */
    public static CheckInDecision decide(CheckInRequest request, Roll roll, Policies policies) {
        throw new UnsupportedOperationException("not yet");
    }
}
