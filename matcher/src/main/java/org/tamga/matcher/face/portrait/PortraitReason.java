package org.tamga.matcher.face.portrait;

/**
 * What speaks against a portrait. The code is stable and may be shown to people. Those that are
 * {@link #isEstimate() estimates} should make a person look, not refuse by themselves.
 */
public enum PortraitReason {
    /** There is no face. */
    NO_FACE("PT-01", false),
    /** There is more than one face. */
    SEVERAL_FACES("PT-02", false),
    /** The eyes are less than 90 pixels apart. */
    TOO_FEW_PIXELS("PT-03", false),
    /** The head takes too little of the height. */
    HEAD_TOO_SMALL("PT-04", true),
    /** The head takes too much of the height. */
    HEAD_TOO_LARGE("PT-05", true),
    /** The face is not in the middle, or too high or low. */
    NOT_CENTRED("PT-06", false),
    /** The head leans to a shoulder by more than 8°. */
    HEAD_LEANS("PT-07", false),
    /** The head is turned to a side. */
    HEAD_TURNED("PT-08", true),
    /** The head is raised or lowered. */
    HEAD_NODDED("PT-09", true),
    /** An eye seems closed. */
    EYES_CLOSED("PT-10", true),
    /** The mouth seems open. */
    MOUTH_OPEN("PT-11", true),
    /** The face is out of focus or moved. */
    BLURRED("PT-12", false),
    /** The face is too dark. */
    TOO_DARK("PT-13", false),
    /** The face is too bright, or parts are washed out. */
    TOO_BRIGHT("PT-14", false),
    /** The face has too little contrast. */
    LOW_CONTRAST("PT-15", false),
    /** One side of the face is much brighter than the other. */
    UNEVEN_LIGHT("PT-16", false),
    /** The background is not plain. */
    GROUND_NOT_PLAIN("PT-17", false),
    /** The background is dark. */
    GROUND_DARK("PT-18", false);

    private final String code;
    private final boolean estimate;

    PortraitReason(String code, boolean estimate) {
        this.code = code;
        this.estimate = estimate;
    }

    public String code() {
        return code;
    }

    /** Whether it rests on an estimate that errs on some faces. */
    public boolean isEstimate() {
        return estimate;
    }
}
