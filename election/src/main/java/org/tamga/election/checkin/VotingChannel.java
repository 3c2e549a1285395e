package org.tamga.election.checkin;

/**
 * PAPER in the hall, ONLINE at the booth of the station, MOBILE outside the premises with the
 * portable box.
 */
public enum VotingChannel {
    PAPER,
    ONLINE,
    MOBILE
}
