package org.tamga.devices.chip;

import org.tamga.devices.link.LinkException;

/** A powered card: commands out, answers in (ISO 7816-4). Closing resets the card. */
public interface CardLink extends AutoCloseable {
    /** Longest answer of any card: extended length and the status word. */
    int LONGEST_ANSWER = 65_538;

    /**
     * Sends one command.
     *
     * @return what the card answered, with the status word; any length
     * @throws LinkException {@code CARD_REMOVED}, {@code UNPLUGGED}, {@code PROTOCOL_ERROR}
     */
    byte[] transmit(byte[] command) throws LinkException;

    @Override
    void close();
}
