package org.tamga.election.voter;

import java.time.LocalDate;
import java.util.List;

/**
 * What a station knows of a voter.
 *
 * @param listNumber number on the printed list of the station, from 1
 * @param fingers at most one for each position
 * @param photo JPEG, empty where there is none
 */
public record VoterRecord(
        VoterId id,
        PersonalNumber pin,
        PersonName name,
        LocalDate birthDate,
        String ballotStyleId,
        VoterStatus status,
        int listNumber,
        List<EnrolledFinger> fingers,
        WipingBytes photo)
        implements AutoCloseable {
    public VoterRecord {
        fingers = List.copyOf(fingers);
        if (listNumber < 1) {
            throw new IllegalArgumentException("numbers of the list begin at 1");
        }
        if (fingers.stream().mapToInt(EnrolledFinger::position).distinct().count()
                != fingers.size()) {
            throw new IllegalArgumentException("a finger position occurs twice");
        }
    }

    /** Wipes templates and photo. */
    @Override
    public void close() {
        fingers.forEach(EnrolledFinger::close);
        photo.close();
    }

    /** Only the id: a log must not hold a person. */
    @Override
    public String toString() {
        return "VoterRecord[" + id + "]";
    }
}
