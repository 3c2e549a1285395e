package org.tamga.devices.ports;

import java.time.Duration;

/** A camera; a preview asks again and again. */
public interface Camera extends Device {
    /**
     * The next picture.
     *
     * @param timeout positive, at most five minutes
     */
    CameraFrame next(Duration timeout, CancelSignal cancel);
}
