package org.tamga.election.wire;

/**
 * Canonical JSON (RFC 8785) of records, and strict reading of it.
 *
 * <p>Absent optional values are omitted, numbers are integers of at most 2^53 in size, instants are
 * UTC with whole seconds, byte arrays are padded base64.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * The canonical UTF-8 bytes of a value.
     *
     * @throws IllegalArgumentException if the value holds something that has no canonical form
     */
    public static byte[] write(Object value) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Reads a value; whatever is read, {@link #write} gives the same bytes back.
     *
     * @throws WireFormatException if the bytes are not canonical, hold unknown keys or lack
     *     required ones
     */
    public static <T> T read(byte[] json, Class<T> type) throws WireFormatException {
        throw new UnsupportedOperationException("not yet");
    }
}
