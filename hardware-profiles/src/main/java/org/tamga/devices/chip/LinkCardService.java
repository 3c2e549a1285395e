package org.tamga.devices.chip;

import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * JMRTD's way to a card. The library wraps what goes wrong below it in exceptions of its own, so
 * the first cause is kept here.
 */
final class LinkCardService extends CardService {
    private final CardLink link;
    private final Attempt attempt;
    private @Nullable LinkException broken;

    LinkCardService(CardLink link, Attempt attempt) {
        this.link = link;
        this.attempt = attempt;
    }

    /**
     * @throws LinkException when the card or the time was lost, whatever the library made of it
     */
    void throwIfBroken() throws LinkException {
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
        try {
            attempt.check();
            attempt.asks();
            byte[] answer = link.transmit(command.getBytes());
            attempt.answered();
            if (answer.length < 2 || answer.length > CardLink.LONGEST_ANSWER) {
                throw new LinkException(
                        DeviceFault.PROTOCOL_ERROR, "an answer of " + answer.length + " bytes");
            }
            return new ResponseAPDU(answer);
        } catch (LinkException e) {
            broken = broken == null ? e : broken;
            throw new CardServiceException("the card does not answer");
        }
    }

    @Override
    public void open() {
        state = SESSION_STARTED_STATE;
    }

    @Override
    public boolean isOpen() {
        return state != SESSION_STOPPED_STATE;
    }

    @Override
    public byte[] getATR() {
        return new byte[0];
    }

    @Override
    public void close() {
        state = SESSION_STOPPED_STATE;
    }

    @Override
    public boolean isConnectionLost(@Nullable Exception e) {
        return broken != null;
    }
}
