package org.tamga.devices.ports;

import java.time.Duration;

/**
 * @param timeout how long to wait for a finger, positive, at most five minutes
 */
public record CaptureRequest(Duration timeout) {
    public CaptureRequest {
        Timeouts.check(timeout);
    }

    public static CaptureRequest ofSeconds(int seconds) {
        return new CaptureRequest(Duration.ofSeconds(seconds));
    }
}
