package org.tamga.election.ballot;

/** What the voter decided: CAST is counted; SPOILED was challenged, is opened and never counted. */
public enum BallotState {
    CAST,
    SPOILED
}
