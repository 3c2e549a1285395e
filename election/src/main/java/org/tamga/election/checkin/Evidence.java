package org.tamga.election.checkin;

import java.util.List;
import org.tamga.election.voter.PersonalNumber;

/** What devices, matcher and people found out about the person at the table. */
public sealed interface Evidence {
    /**
     * A finger alone was found among all.
     *
     * @param scoreMilli matching score times 1000
     */
    record FoundByFinger(Person person, long scoreMilli) implements Evidence {}

    /** The finger belongs to the person whose number or document was presented. */
    record VerifiedByFinger(Person person, long scoreMilli) implements Evidence {}

    /**
     * Fingers nearly found the person, and the face is that person's.
     *
     * @param scoreMilli of the fingers, times 1000
     */
    record ConfirmedByFace(Person person, long scoreMilli) implements Evidence {}

    /**
     * The face is that of the person whose number or document was presented, and a finger nearly
     * was.
     *
     * @param scoreMilli of the fingers, times 1000
     */
    record VerifiedByFace(Person person, long scoreMilli) implements Evidence {}

    /**
     * The commission vouches for the person.
     *
     * @param act number of the act that the commission wrote
     */
    record DecidedByCommission(Person person, String act) implements Evidence {}

    /** The finger is not one of the claimed person's. */
    record FingerOfAnother(Person claimed) implements Evidence {}

    /** The member compared photo and person and saw somebody else than was found. */
    record SeenToBeAnother() implements Evidence {}

    /** No voter of the station has such a finger. */
    record NoMatch() implements Evidence {}

    /**
     * Several voters have similar fingers.
     *
     * @param candidates that there are at least so many, 2 or more
     */
    record Ambiguous(int candidates) implements Evidence {}

    /**
     * The image is below the quality floor.
     *
     * @param reasons codes of the matcher's quality reasons
     */
    record PoorImage(List<String> reasons) implements Evidence {
        public PoorImage {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A device gave no image.
     *
     * @param code DV-nn
     */
    record DeviceFault(String code) implements Evidence {}

    /** What was typed or read is not a personal number. */
    record InvalidNumber(PersonalNumber.Reason reason) implements Evidence {}

    /** The number belongs to a voter of another station. */
    record VoterOfOtherStation(String stationId) implements Evidence {}

    /** The number is on no list that this station knows. */
    record UnknownNumber() implements Evidence {}
}
