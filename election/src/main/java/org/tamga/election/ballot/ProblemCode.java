package org.tamga.election.ballot;

/** What a check of keys, ballots or tallies may find; the code is stable. */
public enum ProblemCode {
    KEY_COUNT("BL-01", "number of guardians or threshold out of range"),
    KEY_NOT_IN_GROUP("BL-02", "a commitment is not in the group"),
    KEY_PROOF("BL-03", "a guardian's proof of its key does not hold"),
    KEY_JOINT("BL-04", "the joint key is not the product of the guardians' keys"),
    KEY_HASH("BL-05", "a base hash differs from its recomputation"),
    SHARE_NOT_FOR_ME("BL-06", "the share is addressed to another guardian or from an unknown one"),
    SHARE_UNREADABLE("BL-07", "the share cannot be decrypted"),
    SHARE_WRONG("BL-08", "the share does not fit the sender's commitments"),
    BALLOT_FORM("BL-10", "the ballot does not have the contests and candidates of its style"),
    BALLOT_ID("BL-11", "the ballot's identifier is malformed"),
    CIPHERTEXT_NOT_IN_GROUP("BL-12", "a ciphertext is not in the group"),
    SELECTION_PROOF("BL-13", "a selection is not proved to be 0 or 1"),
    LIMIT_PROOF("BL-14", "a contest is not proved to be within its limit"),
    CONTEST_HASH("BL-15", "a contest hash differs from its recomputation"),
    CONFIRMATION_CODE("BL-16", "the confirmation code differs from its recomputation"),
    BALLOT_SIGNATURE("BL-17", "the terminal's signature does not hold"),
    OPENING_MISSING("BL-18", "a spoiled ballot without opening, or a cast one with it"),
    OPENING_WRONG("BL-19", "the opening does not reproduce the ballot"),
    BALLOT_DUPLICATE("BL-20", "a ballot identifier or confirmation code occurs twice"),
    TALLY_FORM("BL-30", "the tally does not have the contests and candidates of the manifest"),
    TALLY_AGGREGATE("BL-31", "the encrypted tally is not the product of the cast ballots"),
    TALLY_GUARDIANS("BL-32", "not exactly k different guardians"),
    TALLY_PROOF("BL-33", "a guardian's proof of partial decryption does not hold"),
    TALLY_VALUE("BL-34", "a count does not fit its decryption"),
    TALLY_RANGE("BL-35", "a count is above what the ballots allow"),
    TALLY_FEW_BALLOTS("BL-36", "the sum is of fewer ballots than the guardian decrypts"),
    TALLY_OVERLAP("BL-37", "some of its ballots are in another sum that was decrypted before");

    private final String code;
    private final String text;

    ProblemCode(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The stable code, e.g. {@code BL-13}. */
    public String code() {
        return code;
    }

    /** One English sentence without full stop. */
    public String text() {
        return text;
    }
}
