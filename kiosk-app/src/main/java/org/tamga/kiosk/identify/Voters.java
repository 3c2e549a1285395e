package org.tamga.kiosk.identify;

import java.util.Optional;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;

/** The register as check-in needs it. Records returned are owned, and closed, by the caller. */
public interface Voters {

    Optional<VoterRecord> byNumber(PersonalNumber number);

    Optional<VoterRecord> byId(VoterId id);

    /** The station on whose list the number is, as far as this station's directory knows. */
    Optional<String> stationOf(PersonalNumber number);
}
