package org.tamga.matcher;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Biometric data (a template, an image, a portrait) that wipes itself on {@link #close()}.
 *
 * <p>The content never appears in {@link #toString()}. {@link #equals} takes constant time for
 * equal lengths; there is no content-derived hash code that could leak into a log.
 */
public final class BiometricBytes implements AutoCloseable {
    private final byte[] content;
    private boolean wiped;

    private BiometricBytes(byte[] content) {
        this.content = content;
    }

    /** Takes a copy; wiping the argument stays the caller's duty. */
    public static BiometricBytes copyOf(byte[] bytes) {
        return new BiometricBytes(bytes.clone());
    }

    /** Takes ownership of the array without a copy: the caller must not touch it again. */
    public static BiometricBytes owning(byte[] bytes) {
        return new BiometricBytes(bytes);
    }

    /** Number of bytes, also after wiping. */
    public int length() {
        return content.length;
    }

    /**
     * A copy of the content, which the caller must wipe.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public synchronized byte[] toByteArray() {
        if (wiped) {
            throw new IllegalStateException("biometric bytes were wiped");
        }
        return content.clone();
    }

    /** Whether {@link #close()} has been called. */
    public synchronized boolean isWiped() {
        return wiped;
    }

    /** Overwrites the content with zeroes; may be called more than once. */
    @Override
    public synchronized void close() {
        Arrays.fill(content, (byte) 0);
        wiped = true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BiometricBytes bytes
                && MessageDigest.isEqual(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return content.length;
    }

    @Override
    public String toString() {
        return "BiometricBytes[" + content.length + "]";
    }
}
