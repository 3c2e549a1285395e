package org.tamga.devices.scanner;

import java.time.Duration;
import java.util.List;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.FingerCapture;

/** What a family of serial sensors understands. Stateless: one sensor, one line, one caller. */
interface SensorProtocol {
    /** The baud rates that sensors of the family can be set to, the commonest first. */
    List<Integer> rates();

    /** How long a whole image may still flow after it was given up. */
    Duration longestTransfer(int baud);

    /**
     * Makes sure that a sensor of the family is there and ready.
     *
     * @throws LinkException OFFLINE or PROTOCOL_ERROR when nobody of the family answers, e.g. at a
     *     wrong rate; NO_PERMISSION when the sensor is locked
     */
    void greet(Wire wire, Duration answerLimit) throws LinkException;

    /** Waits for a finger and brings its image. */
    FingerCapture capture(Wire wire, Limits limits, Duration timeout, CancelSignal cancel)
            throws LinkException;
}
