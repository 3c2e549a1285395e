package org.tamga.kiosk.demo;

import java.util.List;
import java.util.Map;

/**
 * {@code summary.json}: what happened, as the demonstration saw it from outside.
 *
 * @param seed of people, order and choices
 * @param fingers {@code synthetic}, or {@code folder} for real images
 * @param enrolled voters on the station's list
 * @param kills power cuts that a terminal went through
 * @param recordsLost acknowledged check-ins and ballots missing after the power cuts; must be 0
 * @param networkCuts times the centre was unreachable while the station wanted to deliver
 * @param onlineCast ballots the booth acknowledged
 * @param milliseconds of each step, by name
 * @param results votes by contest and candidate
 * @param mismatches what does not reconcile, one sentence each; empty on a good day
 */
record Summary(
        long seed,
        String fingers,
        int enrolled,
        Recognition.Figures recognition,
        int kills,
        int recordsLost,
        int networkCuts,
        int onlineCast,
        Map<String, Latencies.Percentiles> milliseconds,
        Map<String, Map<String, Long>> results,
        List<String> mismatches) {}
