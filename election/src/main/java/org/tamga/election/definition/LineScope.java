package org.tamga.election.definition;

/**
 * How often a line of the protocol occurs: once, once for each contest, once for each candidate of
 * a contest.
 */
public enum LineScope {
    STATION,
    CONTEST,
    CANDIDATE
}
