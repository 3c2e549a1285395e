package org.tamga.devices.link;

import java.io.IOException;
import org.tamga.devices.ports.DeviceFault;

/** A link cannot be opened or has gone; drivers turn it into their port's failed result. */
public final class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    private final DeviceFault fault;
    private final String detail;

    public LinkException(DeviceFault fault, String detail) {
        super(detail);
        this.fault = fault;
        this.detail = detail;
    }

    /**
     * CANCELLED for an interrupted thread, which stays interrupted.
     *
     * @throws LinkException when this thread is interrupted
     */
    public static void throwIfInterrupted() throws LinkException {
        if (Thread.currentThread().isInterrupted()) {
            throw new LinkException(DeviceFault.CANCELLED, "interrupted");
        }
    }

    public DeviceFault fault() {
        return fault;
    }

    /** What happened, one English line. */
    public String detail() {
        return detail;
    }
}
