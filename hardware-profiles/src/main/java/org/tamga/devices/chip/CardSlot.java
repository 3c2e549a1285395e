package org.tamga.devices.chip;

import java.time.Duration;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.Presence;

/** One reader's place for one card. Used by one thread at a time. */
public interface CardSlot extends AutoCloseable {
    /** Is the reader attached? Does not touch a card. */
    Presence presence();

    /**
     * Waits for a card.
     *
     * @param time how long, at most one second
     * @return true when a card lies on the reader
     * @throws LinkException reader or its service absent
     */
    boolean awaitCard(Duration time) throws LinkException;

    /**
     * Powers the card that lies there.
     *
     * @throws LinkException {@code CARD_REMOVED}, {@code BUSY} when another program uses the card
     */
    CardLink connect() throws LinkException;

    /** Lets go of what waiting for a card holds; by the thread that waited. */
    default void rest() {}

    @Override
    void close();
}
