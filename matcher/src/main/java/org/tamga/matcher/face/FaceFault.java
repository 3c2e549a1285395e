package org.tamga.matcher.face;

/** Why faces cannot be detected. The code is stable and may be shown to people. */
public enum FaceFault {
    /** No model file is installed. */
    NO_MODEL("FC-01"),
    /** The model file is not the one whose digest is pinned. */
    WRONG_MODEL("FC-02"),
    /** The native image library does not load on this machine. */
    NO_NATIVE_LIBRARY("FC-03");

    private final String code;

    FaceFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
