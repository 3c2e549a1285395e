package org.tamga.election.exchange;

import java.time.Instant;

/**
 * Turnout of one station at a moment, as its operator terminal counts it.
 *
 * @param at when it was counted, UTC, whole seconds
 * @param registered voters on the station's list
 * @param identifiedPaper identified for a paper ballot in the hall
 * @param identifiedOnline identified for the voting booth
 * @param identifiedMobile identified outside the premises
 */
public record TurnoutReport(
        Instant at,
        long registered,
        long identifiedPaper,
        long identifiedOnline,
        long identifiedMobile) {

    /** Everybody identified, in whichever channel. */
    public long identified() {
        return identifiedPaper + identifiedOnline + identifiedMobile;
    }
}
