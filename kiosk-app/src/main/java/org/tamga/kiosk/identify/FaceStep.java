package org.tamga.kiosk.identify;

import org.tamga.election.voter.VoterId;
import org.tamga.matcher.face.FaceComparison;

/** The face at the table beside a portrait of the register. */
public interface FaceStep extends AutoCloseable {

    /**
     * Whether a camera is there and networks that may accept at the package's rate; otherwise no
     * face is asked for.
     */
    boolean isPossible();

    /** Takes a picture now and compares; pictures are wiped before it returns. */
    FaceComparison compare(VoterId voter);

    @Override
    void close();
}
