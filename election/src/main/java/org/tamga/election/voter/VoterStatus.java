package org.tamga.election.voter;

/** Whether a person on the list may vote. */
public enum VoterStatus {
    ELIGIBLE,
    SUSPENDED,
    REMOVED
}
