package org.tamga.election.voter;

/** Why a register file is not accepted. */
public enum RegisterRefusal {
    BAD_SIGNATURE("RG-01"),
    WRONG_STATION_OR_ELECTION("RG-02"),
    VERSION_GAP("RG-03"),
    DAMAGED("RG-04"),
    NOT_FOR_THIS_TERMINAL("RG-05"),
    /** The roll of the day is fixed from the moment the station opens. */
    STATION_WAS_OPENED("RG-06");

    private final String code;

    RegisterRefusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
