package org.tamga.devices.ports;

import java.time.Duration;

final class Timeouts {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Timeouts() {}

    static void check(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("timeout must lie in (0, 5 min], was " + timeout);
        }
    }
}
