package org.tamga.election.definition;

/** Keys of concrete lines: {@code L01}, {@code L10@contest}, {@code L20@contest@candidate}. */
public final class LineKey {
    private LineKey() {}

    public static String station(String code) {
        return code;
    }

    public static String contest(String code, String contestId) {
        return code + "@" + contestId;
    }

    public static String candidate(String code, String contestId, String candidateId) {
        return code + "@" + contestId + "@" + candidateId;
    }
}
