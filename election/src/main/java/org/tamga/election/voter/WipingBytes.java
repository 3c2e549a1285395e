package org.tamga.election.voter;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Bytes that must not outlive their use: templates, photos. {@link #close} overwrites them with
 * zeros. Neither text nor JSON is ever made of the content.
 */
public final class WipingBytes implements AutoCloseable {
    private final byte[] bytes;
    private boolean closed;

    private WipingBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Holds a copy; the caller goes on owning the argument and wipes it. */
    public static WipingBytes copyOf(byte[] bytes) {
        return new WipingBytes(bytes.clone());
    }

    /** Holds the array itself, which the caller gives up. */
    public static WipingBytes owning(byte[] bytes) {
        return new WipingBytes(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /**
     * A copy that the caller has to wipe.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public synchronized byte[] copy() {
        return open().clone();
    }

    /**
     * Lends the bytes themselves for the length of a call; they must neither be kept nor changed.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public synchronized <R> R use(Function<byte[], R> user) {
        return user.apply(open());
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    /** Equal by content, compared in constant time. Two closed ones of one length are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WipingBytes that && MessageDigest.isEqual(bytes, that.bytes);
    }

    /** By length only, so that no digest of the content stays in a table. */
    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "WipingBytes[" + bytes.length + "]";
    }

    private byte[] open() {
        if (closed) {
            throw new IllegalStateException("wiped");
        }
        return bytes;
    }
}
