package org.tamga.station.sync;

import java.time.Duration;

/**
 * How long and how much the terminal takes from the centre.
 *
 * @param connect to make a connection
 * @param exchange for one request with its whole answer
 * @param answerBytes length of a receipt, refusal or package
 * @param registerBytes length of a register file
 */
public record ClientLimits(
        Duration connect, Duration exchange, int answerBytes, int registerBytes) {
    /** 5 s, 60 s, 16 MiB, 1 GiB. */
    public static final ClientLimits STANDARD =
            new ClientLimits(Duration.ofSeconds(5), Duration.ofSeconds(60), 16 << 20, 1 << 30);
}
