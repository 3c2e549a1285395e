package org.tamga.matcher.face.model;

/** Why nothing can be said about a face. The code is stable and may be shown to people. */
public enum FaceFault {
    /** No model file is installed for the task. */
    NO_MODEL("FC-01"),
    /** The model file is not the one whose digest is pinned. */
    WRONG_MODEL("FC-02"),
    /** The native image library does not load on this machine. */
    NO_NATIVE_LIBRARY("FC-03"),
    /** A file that is to be installed is none of the pinned models. */
    UNKNOWN_MODEL("FC-04"),
    /** A file cannot be read, or is larger than any pinned model. */
    UNREADABLE_MODEL("FC-05"),
    /** The model folder cannot be written. */
    STORE_NOT_WRITABLE("FC-06"),
    /** The network failed, or answered with numbers that are not finite. */
    NETWORK_FAILED("FC-07"),
    /** There is no face in the image. */
    NO_FACE("FC-08"),
    /** There is more than one face in the image. */
    SEVERAL_FACES("FC-09"),
    /** The face is too small, or its landmarks are not those of a face. */
    UNUSABLE_FACE("FC-10"),
    /** Vectors of different networks cannot be compared. */
    OTHER_MODEL("FC-11"),
    /** No such model is installed. */
    NOT_INSTALLED("FC-12"),
    /** The network is not calibrated for the wanted error rate. */
    NOT_CALIBRATED("FC-13");

    private final String code;

    FaceFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
