package org.tamga.devices.link;

import java.time.Duration;

/**
 * A two-way stream of bytes with timeouts. Used by one thread at a time; {@link #close()} from any.
 */
public interface ByteLink extends AutoCloseable {
    /**
     * Sends all bytes or throws: CANCELLED when the thread is interrupted, OFFLINE when the device
     * takes them too slowly.
     */
    void write(byte[] bytes) throws LinkException;

    /**
     * Takes what has arrived, waiting at most {@code timeout} for the first byte.
     *
     * @return number of bytes put into {@code buffer}, 0 when nothing came in time
     * @throws LinkException CANCELLED when the thread is interrupted; the interrupt stays set
     */
    int read(byte[] buffer, Duration timeout) throws LinkException;

    @Override
    void close();
}
