package org.tamga.election.checkin;

import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.election.voter.VoterStatus;

/** What the rules need to know of a voter: no name, no biometrics. */
public record Person(VoterId voter, VoterStatus status, ListKind listKind) {
    /** A voter of the main list. */
    public static Person of(VoterRecord voter) {
        return new Person(voter.id(), voter.status(), ListKind.MAIN);
    }
}
