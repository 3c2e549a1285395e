package org.tamga.election.protocol;

/** Why a protocol that arrives somewhere is not accepted. */
public enum ProtocolRefusal {
    MALFORMED("PR-21"),
    /** Another election, another package or a station that is not in it. */
    FOREIGN("PR-22"),
    /** The seal is not that of an operator terminal of the station. */
    BAD_SEAL("PR-23"),
    /** A signature is wrong; the detail carries the code of {@link CmsFault}. */
    BAD_SIGNATURE("PR-24"),
    TOO_FEW_SIGNERS("PR-25"),
    /**
     * The lines are not exactly those of the form, or their numbers contradict counters, ratios or
     * results.
     */
    INCONSISTENT("PR-26"),
    /** A ratio does not hold and is no answered warning. */
    NOT_BALANCED("PR-27");

    private final String code;

    ProtocolRefusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
