package org.tamga.station.store;

/**
 * What lies in the box.
 *
 * @param cast ballots cast
 * @param spoiled ballots challenged and spoiled
 * @param cards activation cards spent
 */
public record BoxCounts(long cast, long spoiled, long cards) {}
