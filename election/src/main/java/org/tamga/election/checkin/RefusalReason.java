package org.tamga.election.checkin;

/** Why a person is not admitted; each has its own message, never one message for many causes. */
public enum RefusalReason {
    /** Details: at. */
    ALREADY_IDENTIFIED_HERE("CI-01"),
    /** Details: at, terminal. */
    ALREADY_IDENTIFIED_OTHER_TERMINAL("CI-02"),
    /** Details: station. */
    OTHER_STATION("CI-03"),
    NOT_ON_LIST("CI-04"),
    NO_MATCH("CI-05"),
    /** Details: quality, reasons joined by a comma. */
    POOR_IMAGE("CI-06"),
    /** Details: code. */
    DEVICE_FAULT("CI-07"),
    FINGER_NOT_OF_CLAIMED_PERSON("CI-08"),
    STATION_NOT_OPEN("CI-09"),
    /** Details: status. */
    NOT_ELIGIBLE("CI-10"),
    /** Details: candidates, how many people the finger might belong to. */
    AMBIGUOUS("CI-11"),
    /** Details: code of {@link org.tamga.election.voter.PersonalNumber.Reason}. */
    INVALID_NUMBER("CI-12"),
    /** The commission may not decide by policy, or its decision names no act. */
    COMMISSION_DECISION_NOT_ALLOWED("CI-13");

    private final String code;

    RefusalReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
