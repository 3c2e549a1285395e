package org.tamga.election.definition;

/**
 * OPERATOR identifies voters and never sees a ballot, BOOTH takes ballots and never sees a voter.
 */
public enum TerminalKind {
    OPERATOR,
    BOOTH
}
