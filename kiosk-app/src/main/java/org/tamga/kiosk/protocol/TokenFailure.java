package org.tamga.kiosk.protocol;

import org.tamga.devices.ports.DeviceFault;

/**
 * A token failed in the middle of signing. It comes through libraries that know no other way out;
 * whoever asked for the signature catches it.
 */
public final class TokenFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final DeviceFault fault;

    TokenFailure(DeviceFault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    /** Stable code, {@code DV-nn}. */
    public String code() {
        return fault.code();
    }
}
