package org.tamga.kiosk.identify;

import java.util.Optional;

/**
 * Who steps up to the simulated scanner and camera in a demonstration or rehearsal. The strip above
 * the status bar has one button for each presentation.
 */
public interface SimulatedVoters {

    /** Whom to present. */
    enum Presentation {
        /** The next voter of the register who was not here yet, by finger alone. */
        NEXT_VOTER,
        /** The next voter, who also shows a document, or names a personal number. */
        CLAIMED,
        /** Somebody who is not on the list. */
        STRANGER,
        /** The next voter with a finger too wet to read; the same voter comes again afterwards. */
        WET_FINGER,
        /** The voter who was admitted last. */
        SECOND_ATTEMPT
    }

    /**
     * Lays the finger on the glass and puts the face in front of the camera.
     *
     * @return the personal number that the person names, when one is named; a document that is
     *     shown is read by the document reader
     */
    Optional<String> present(Presentation presentation);
}
