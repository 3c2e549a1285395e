package org.tamga.devices.ports;

/**
 * A reader that gives finger images. One capture at a time; a second caller gets {@link
 * DeviceFault#BUSY}.
 */
public interface FingerScanner extends Device {
    /**
     * Waits for a finger until the request's timeout or a cancellation; never throws for what
     * devices do.
     */
    FingerCapture capture(CaptureRequest request, CancelSignal cancel);

    /** Lowest quality, 0 … 100, that images of this make should have to be matched. */
    int qualityFloor();
}
