package org.tamga.election.checkin;

/** How a voter was identified. */
public enum IdentificationMethod {
    /** Finger alone, searched among all voters of the station. */
    FINGER_1N,
    /** Finger compared with those of the person whose document or number was presented. */
    FINGER_1_1,
    /** Fingers nearly found a voter, and the face is that voter's. */
    FINGER_AND_FACE,
    /**
     * A finger was nearly that of the person whose document or number was presented, and the face
     * is.
     */
    FACE_1_1,
    /** Decision of the commission, with an act. */
    COMMISSION
}
