package org.tamga.matcher.face.liveness;

/** Why a person's answer to a prompt was not taken. The code is stable. */
public enum PromptFault {
    /** No face for more than half a second. */
    FACE_LOST("LV-01"),
    /** A second face. */
    SEVERAL_FACES("LV-02"),
    /** The face jumped or changed its size: perhaps another one. */
    FACE_CHANGED("LV-03"),
    /** The head turned the other way. */
    WRONG_DIRECTION("LV-04"),
    /** Nothing that was asked for within the time. */
    TIMEOUT("LV-05");

    private final String code;

    PromptFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
