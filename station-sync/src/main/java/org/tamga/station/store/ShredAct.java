package org.tamga.station.store;

import java.util.Map;

/**
 * What was destroyed: content of the act that the commission signs.
 *
 * @param version version of the register that was destroyed
 * @param voters voters in it
 * @param destroyed SHA-256 of each file just before its destruction, by file name
 */
public record ShredAct(
        String electionId,
        String station,
        String terminal,
        int version,
        int voters,
        Map<String, String> destroyed) {
    public ShredAct {
        destroyed = Map.copyOf(destroyed);
    }
}
