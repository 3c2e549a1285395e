package org.tamga.devices.ports;

import java.util.OptionalInt;

/** What came of logging in to a token. */
public sealed interface TokenOpening {
    /** The caller closes the session. */
    record Opened(TokenSession session) implements TokenOpening {}

    /**
     * @param triesLeft before the token locks itself, where it tells
     */
    record Refused(DeviceFault fault, OptionalInt triesLeft, String detail)
            implements TokenOpening {}
}
