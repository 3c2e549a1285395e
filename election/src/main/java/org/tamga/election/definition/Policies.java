package org.tamga.election.definition;

import java.time.LocalTime;

/**
 * What the commission decided for this election, so that no program decides it.
 *
 * @param verificationFmrPerMillion false match rate wanted of a 1:1 comparison, per million, 1..100
 *     000
 * @param identificationFpirPerMillion false positive identification rate wanted of a 1:N search,
 *     per million
 * @param qualityFloor finger quality below which an image is refused, 0..100
 * @param fingerAttempts how often one finger may be presented before the next step of the ladder,
 *     1..10
 * @param ladder the steps after the first finger
 * @param commissionDecisionAllowed whether the commission may admit a voter whose fingers do not
 *     match, with an act
 * @param unlockShares number of officials who hold a share of the terminal's key
 * @param unlockThreshold how many of them unlock it, 2..unlockShares
 * @param logBatchMinimum ballots that enter the ballot log together, at least 8 so that order tells
 *     nothing
 * @param mergeBallotsBelow stations with fewer online ballots are merged before decryption
 * @param maxClockSkewSeconds deviation of a clock that is reported
 * @param protocolSignersMinimum signatures that a protocol needs, the chair's among them
 */
public record Policies(
        int verificationFmrPerMillion,
        int identificationFpirPerMillion,
        int qualityFloor,
        int fingerAttempts,
        LadderPolicy ladder,
        boolean commissionDecisionAllowed,
        int unlockShares,
        int unlockThreshold,
        int logBatchMinimum,
        int mergeBallotsBelow,
        int maxClockSkewSeconds,
        LocalTime opens,
        LocalTime closes,
        int protocolSignersMinimum) {}
