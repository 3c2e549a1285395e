package org.tamga.devices.scanner;

import java.time.Duration;
import java.util.Arrays;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;

/** A serial line byte by byte, within deadlines and until cancelled. */
final class Wire {
    /** A cancellation is noticed within this time. */
    private static final Duration SLICE = Duration.ofMillis(50);

    private static final Duration SILENCE = Duration.ofMillis(40);

    private final ByteLink link;
    private final byte[] buffer = new byte[4_096];
    private CancelSignal cancel = new CancelSignal();
    private int position;
    private int filled;

    Wire(ByteLink link) {
        this.link = link;
    }

    /** From now on waits end when this is cancelled. */
    void obey(CancelSignal signal) {
        cancel = signal;
    }

    void send(byte[] bytes) throws LinkException {
        link.write(bytes);
    }

    /**
     * The next byte, 0 … 255.
     *
     * @param deadline by {@link System#nanoTime}
     * @throws LinkException OFFLINE, CANCELLED, or what befell the line
     */
    int next(long deadline) throws LinkException {
        while (position == filled) {
            requireWanted();
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new LinkException(DeviceFault.OFFLINE, "the sensor does not answer");
            }
            position = 0;
            filled = link.read(buffer, Duration.ofNanos(Math.min(left, SLICE.toNanos())));
        }
        return buffer[position++] & 0xFF;
    }

    private void requireWanted() throws LinkException {
        LinkException.throwIfInterrupted();
        if (cancel.isCancelled()) {
            throw new LinkException(DeviceFault.CANCELLED, "cancelled");
        }
    }

    /**
     * Passes over whatever arrives until the line is silent, e.g. the rest of an aborted transfer.
     *
     * @param deadline by {@link System#nanoTime}
     * @throws LinkException PROTOCOL_ERROR when it does not fall silent until then
     */
    void settle(long deadline) throws LinkException {
        position = 0;
        filled = 0;
        while (link.read(buffer, SILENCE) > 0) {
            requireWanted();
            if (System.nanoTime() - deadline >= 0) {
                throw new LinkException(DeviceFault.PROTOCOL_ERROR, "the sensor sends without end");
            }
        }
        wipe();
    }

    /** What was read may have been a finger. */
    void wipe() {
        position = 0;
        filled = 0;
        Arrays.fill(buffer, (byte) 0);
    }
}
