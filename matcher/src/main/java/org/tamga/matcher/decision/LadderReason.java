package org.tamga.matcher.decision;

/** Why somebody is identified, or what made the next step necessary. The code is stable. */
public enum LadderReason {
    /** One finger was found among all. */
    FOUND_BY_FINGER("ID-01"),
    /** Several fingers together were found among all. */
    FOUND_BY_FINGERS("ID-02"),
    /** One finger is the claimed person's. */
    VERIFIED_BY_FINGER("ID-03"),
    /** Several fingers together are the claimed person's. */
    VERIFIED_BY_FINGERS("ID-04"),
    /** Fingers nearly found somebody, and the face is that person's. */
    FINGER_CONFIRMED_BY_FACE("ID-05"),
    /** The face is the claimed person's. */
    CLAIM_CONFIRMED_BY_FACE("ID-06"),

    /** The image was too poor to be compared. */
    POOR_IMAGE("ID-11"),
    /** Little was missing; another impression may do. */
    ALMOST("ID-12"),
    /** Nothing found so far. */
    NOT_FOUND("ID-13"),
    /** Not the claimed person's so far. */
    NOT_OF_CLAIMED("ID-14"),
    /** More than one subject is alike. */
    SEVERAL_ALIKE("ID-15"),
    /** The fingers are used up and a face can tell. */
    FACE_CAN_TELL("ID-16"),
    /** The fingers are used up. */
    FINGERS_USED_UP("ID-17"),
    /** The time for one person is used up. */
    TIME_USED_UP("ID-18"),
    /** The faces are neither alike nor unlike enough, or were compared by the weaker method. */
    FACE_UNDECIDED("ID-19"),
    /** The faces are too unlike. */
    FACE_UNLIKE("ID-20"),
    /** Another finger was asked for, and this is an earlier one. */
    SAME_AS_BEFORE("ID-21"),

    /** Every step was taken. */
    NOTHING_LEFT("ID-31");

    private final String code;

    LadderReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
