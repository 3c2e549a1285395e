package org.tamga.kiosk.identify;

import java.util.Optional;
import org.tamga.election.text.LocalizedText;

/**
 * What the member sees of a voter: just enough to compare the person with the register. Closed, and
 * its pictures wiped, when the next voter comes.
 */
public record VoterCard(
        String name,
        int birthYear,
        int listNumber,
        LocalizedText ballotStyle,
        Optional<Picture> registerPhoto,
        Optional<Picture> livePhoto)
        implements AutoCloseable {

    @Override
    public void close() {
        registerPhoto.ifPresent(Picture::close);
        livePhoto.ifPresent(Picture::close);
    }

    /** Personal data: only the number on the list is text. */
    @Override
    public String toString() {
        return "VoterCard[" + listNumber + "]";
    }
}
