package org.tamga.election.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a signature speaks about. The kind is part of the signed bytes, so no signature serves for
 * another thing.
 */
public final class SignedKind {
    public static final String ELECTION_PACKAGE = "election-package";
    public static final String REGISTER = "register";
    public static final String CARD_LIST = "card-list";
    public static final String CARD = "card";
    public static final String BALLOT = "ballot";
    public static final String JOURNAL_EVENT = "journal-event";
    public static final String JOURNAL_HEAD = "journal-head";
    public static final String BOOTH_CLOSING = "booth-closing";
    public static final String ITEM = "item";
    public static final String RECEIPT = "receipt";
    public static final String TURNOUT = "turnout";
    public static final String PROTOCOL = "protocol";
    public static final String MANIFEST = "manifest";
    public static final String TALLY = "tally";
    public static final String CHECKPOINT = "checkpoint";

    private static final String START = "tamga/";

    private SignedKind() {}

    /** The bytes that stand before the content under a signature. */
    static byte[] prefix(String kind) {
        if (!kind.matches("[a-z][a-z-]{0,30}")) {
            throw new IllegalArgumentException("not a kind of signature: " + kind);
        }
        return (START + kind + "/1\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether bytes begin as every prefix does. */
    static boolean isPrefixed(byte[] bytes) {
        byte[] start = START.getBytes(StandardCharsets.UTF_8);
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
